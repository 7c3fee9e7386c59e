import { connection } from 'next/server';
import { BUILD } from '@/lib/base/build';

/** The build that is served now. An open page compares it with its own (lib/web/updates). */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ build: BUILD }, { headers: { 'cache-control': 'no-store' } });
}
