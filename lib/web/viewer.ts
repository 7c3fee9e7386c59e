import { getViewerBySession } from '@/db/queries/people';
import { isRecentSession } from '@/db/queries/sessions';
import { hashToken } from '@/lib/base/secrets';
import { cookiesOf } from '@/lib/web/request-headers';
import { sessionCookie } from './cookies';
import type { Viewer } from './types';

/** The format of our session tokens; anything else is not worth a query. */
const TOKEN = /^[\w-]{32,64}$/;

/** Returns the user of this session, or null if it is unknown, expired or ended by a ban. */
export async function viewerOfToken(token: string | undefined): Promise<Viewer | null> {
  return token && TOKEN.test(token) ? getViewerBySession(hashToken(token)) : null;
}

/** Returns the viewer for these headers; independent of Next, so that proxy.ts can use it. */
export const viewerOf = (sent: Pick<Headers, 'get'>): Promise<Viewer | null> =>
  viewerOfToken(cookiesOf(sent)[sessionCookie()]);

/** Minutes after signing in during which actions that could take over an account are allowed. */
const FRESH_MINUTES = 15;

/** Returns whether the session of a request started recently. */
export async function signedInLately(sent: Pick<Headers, 'get'>): Promise<boolean> {
  const token = cookiesOf(sent)[sessionCookie()];
  return !!token && TOKEN.test(token) && isRecentSession(hashToken(token), FRESH_MINUTES);
}
