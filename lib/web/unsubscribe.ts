import { connection } from 'next/server';
import type { Result } from '@/lib/base/errors';
import { withDeadline } from './deadline';
import { takeLimit } from './rate-limit';
import { addressOf } from './request-headers';
import { PRIVATE, seeOther, textResponse } from './response';
import { loggedRefusal } from './route';

const tokenOf = (request: Request): string =>
  new URL(request.url).searchParams.get('token')?.slice(0, 200) ?? '';

/** A mailed link opens a page with a button: mail scanners open links, too. */
export const unsubscribeLink =
  (page: (token: string) => string) =>
  async (request: Request): Promise<Response> => {
    await connection();
    return seeOther(page(tokenOf(request)));
  };

/**
 * Unsubscribes by the page's button, or by a mail program (RFC 8058). The latter comes from another
 * origin without a session, so only the token decides, and cookies are ignored.
 */
export const unsubscribePost =
  (page: (token: string) => string, end: (token: string) => Promise<Result<unknown>>) =>
  async (request: Request): Promise<Response> => {
    try {
      return await withDeadline(async () => {
        const by = { viewer: null, address: addressOf(request.headers) };
        const limited = await takeLimit('api', by);
        if (limited) return textResponse(limited);
        const token = tokenOf(request);
        const result = await end(token);
        if (new URL(request.url).searchParams.has('page')) return seeOther(`${page(token)}&done=1`);
        return result.ok
          ? new Response('Unsubscribed.\n', { headers: PRIVATE })
          : textResponse(result);
      });
    } catch (error) {
      return textResponse(loggedRefusal('unsubscribe', error));
    }
  };
