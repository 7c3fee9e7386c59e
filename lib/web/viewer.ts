import { getViewerBySession } from '@/db/queries/people';
import { hashToken } from '@/lib/base/secrets';
import { cookiesOf } from '@/lib/web/request-headers';
import { sessionCookie } from './cookies';
import type { Viewer } from './types';

/** What our session tokens look like; anything else is not worth a query. */
const TOKEN = /^[\w-]{32,64}$/;

/** The reader whose session this token opens, or null when it is none, over or ended by a ban. */
export async function viewerOfToken(token: string | undefined): Promise<Viewer | null> {
  return token && TOKEN.test(token) ? getViewerBySession(hashToken(token)) : null;
}

/** Who sent a request with these headers; free of Next, so that proxy.ts can ask too. */
export const viewerOf = (sent: Pick<Headers, 'get'>): Promise<Viewer | null> =>
  viewerOfToken(cookiesOf(sent)[sessionCookie()]);
