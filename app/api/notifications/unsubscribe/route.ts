import { connection } from 'next/server';
import { PRIVATE, seeOther, textAnswer } from '@/lib/http/answer';
import { withDeadline } from '@/lib/http/deadline';
import { takeLimit } from '@/lib/http/rate-limit';
import { loggedRefusal } from '@/lib/http/route';
import { addressOf } from '@/lib/http/sent';
import { unsubscribePagePath } from '@/lib/notifications/paths';
import { unsubscribe } from '@/lib/notifications/service';

const tokenOf = (request: Request): string =>
  new URL(request.url).searchParams.get('token')?.slice(0, 200) ?? '';

/** A mailed link opens a page with a button: mail scanners open links, too. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return seeOther(unsubscribePagePath(tokenOf(request)));
}

/**
 * By the page's button, or by a mail program for its reader (RFC 8058): that comes from another
 * origin and without a session, so the token alone decides, and cookies are not looked at.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await withDeadline(async () => {
      const by = { viewer: null, address: addressOf(request.headers) };
      const limited = await takeLimit('api', by);
      if (limited) return textAnswer(limited);
      const token = tokenOf(request);
      const result = await unsubscribe(token);
      if (new URL(request.url).searchParams.has('page')) {
        return seeOther(`${unsubscribePagePath(token)}&done=1`);
      }
      return result.ok ? new Response('Unsubscribed.\n', { headers: PRIVATE }) : textAnswer(result);
    });
  } catch (error) {
    return textAnswer(loggedRefusal('unsubscribe', error));
  }
}
