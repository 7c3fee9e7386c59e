import { cookies } from 'next/headers';
import { cache } from 'react';
import { getViewerBySession } from '@/db/queries/people';
import { withDeadline } from '@/lib/http/deadline';
import { cookiesOf } from '@/lib/http/sent';
import { sessionCookie } from './cookies';
import { hashToken } from './secrets';
import type { Context, Viewer } from './types';

/** What our session tokens look like; anything else is not worth a query. */
const TOKEN = /^[\w-]{32,64}$/;

/** The reader whose session this token opens, or null when it is none, over or ended by a ban. */
export async function viewerOfToken(token: string | undefined): Promise<Viewer | null> {
  return token && TOKEN.test(token) ? getViewerBySession(hashToken(token)) : null;
}

/** The signed-in reader of this request, or null; one query, asked once while a page renders. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return withDeadline(() => viewerOfToken(token));
});

/** Who makes this request, for handlers that are given it. */
export const contextOf = async (request: Request): Promise<Context> => ({
  viewer: await viewerOfToken(cookiesOf(request.headers)[sessionCookie()]),
});

export async function viewerContext(): Promise<Context> {
  return { viewer: await getViewer() };
}
