import { connection } from 'next/server';

/** Liveness: returns 200 while the process runs, whatever the state of its dependencies. */
export async function GET(): Promise<Response> {
  await connection();
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
}
