import { connection } from 'next/server';

/** The process runs, whatever else does. */
export async function GET(): Promise<Response> {
  await connection();
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
}
