import { connection } from 'next/server';
import { apiDocument } from '@/lib/programs/api/document';
import { reply } from '@/lib/programs/api/operation';
import { allowReading, READABLE } from '@/lib/programs/api/route';

let made: ReturnType<typeof reply> | undefined;

/** What programs can ask, for programs. It changes with the site's code and address only. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  made ??= reply(apiDocument());
  const { body, etag } = made;
  const headers = { ...READABLE, etag, 'cache-control': 'public, max-age=300' };
  if (request.headers.get('if-none-match')?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
}

export const OPTIONS = allowReading;
