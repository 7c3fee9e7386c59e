import { connection } from 'next/server';
import { apiDocument } from '@/lib/programs/api/document';
import { reply, textOf } from '@/lib/programs/api/operation';
import { allowReading, READABLE } from '@/lib/programs/api/route';
import { isFresh } from '@/lib/web/conditional';
import { methodsOf } from '@/lib/web/methods-of';

let made: ReturnType<typeof reply> | undefined;

/** The API's OpenAPI document. It depends only on the site's code and base URL. */
async function handle(request: Request): Promise<Response> {
  await connection();
  made ??= reply(apiDocument());
  const { etag } = made;
  const headers = { ...READABLE, etag, 'cache-control': 'public, max-age=300' };
  if (isFresh(request.headers, { etag })) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(textOf(made), {
    headers: { ...headers, 'content-type': 'application/json' },
  });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: handle,
  OPTIONS: () => allowReading(),
});
