import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { getTasteFile } from '@/lib/taste/data';
import { verbs } from '@/lib/taste/verbs';
import { methodsOf } from '@/lib/web/methods-of';
import { PRIVATE, textResponse } from '@/lib/web/response';
import { defineRoute, loggedRefusal } from '@/lib/web/route';
import { contextOf } from '@/lib/web/session';

async function download(request: Request): Promise<Response> {
  await connection();
  try {
    const { viewer } = await contextOf(request);
    if (!viewer) return textResponse(refuse('signed_out'));
    return new Response(`${JSON.stringify(await getTasteFile(viewer.id), null, 1)}\n`, {
      headers: {
        ...PRIVATE,
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="taste.json"',
      },
    });
  } catch (error) {
    return textResponse(loggedRefusal('getTasteFile', error));
  }
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: download,
  PUT: defineRoute(verbs.markSeen),
});
