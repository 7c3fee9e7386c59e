import { connection } from 'next/server';
import { isDatabaseUp } from '@/lib/web/health';

/** Readiness: 200 while the database responds, else 503. Recovers without a restart. */
export async function GET(): Promise<Response> {
  await connection();
  const ready = await isDatabaseUp();
  return new Response(ready ? 'ok\n' : 'the database does not answer\n', {
    status: ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
