import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { withDeadline } from '@/lib/web/deadline';
import { sessionCookie } from './cookies';
import type { Context, Viewer } from './types';
import { viewerOf, viewerOfToken } from './viewer';

export { viewerOfToken };

/** The signed-in reader of this request, or null; one query, asked once while a page renders. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return withDeadline(() => viewerOfToken(token));
});

/** The token of this request's session, "" without one. */
export const getSessionToken = async (): Promise<string> =>
  (await cookies()).get(sessionCookie())?.value ?? '';

/** Who makes this request, for handlers that are given it. */
export const contextOf = async (request: Request): Promise<Context> => ({
  viewer: await viewerOf(request.headers),
  headers: request.headers,
});

export async function viewerContext(): Promise<Context> {
  return { viewer: await getViewer(), headers: await headers() };
}
