import { connection } from 'next/server';
import { databaseAnswers } from '@/lib/web/health';

/** 200 while requests can be answered from the database, else 503; by itself in both directions. */
export async function GET(): Promise<Response> {
  await connection();
  const ready = await databaseAnswers();
  return new Response(ready ? 'ok\n' : 'the database does not answer\n', {
    status: ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
