import { connection } from 'next/server';
import { verbs } from '@/lib/account/verbs';
import { withDeadline } from '@/lib/web/deadline';
import { methodsOf } from '@/lib/web/methods-of';
import { takeLimit } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { PRIVATE, seeOther, textResponse } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { loggedRefusal } from '@/lib/web/route';
import { contextOf } from '@/lib/web/session';
import { callVerb } from '@/lib/web/verb';

/** Streams a zip while it is built. */
async function handle(request: Request): Promise<Response> {
  await connection();
  try {
    const [context, limited] = await withDeadline(async () => {
      const context = await contextOf(request);
      const by = { viewer: context.viewer, address: addressOf(request.headers) };
      return [context, await takeLimit(verbs.exportOwnData.limit ?? 'api', by)] as const;
    });
    if (limited) return textResponse(limited);
    const result = await callVerb(verbs.exportOwnData, context, {});
    if (!result.ok) {
      return result.reason === 'signed_out'
        ? seeOther(withReturn('/sign-in', '/settings/account'))
        : textResponse(result);
    }
    const { name, zip } = result.data;
    return new Response(zip, {
      headers: {
        ...PRIVATE,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  } catch (error) {
    return textResponse(loggedRefusal('exportOwnData', error));
  }
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ GET: handle });
