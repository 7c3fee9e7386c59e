import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { withDeadline } from '@/lib/web/deadline';
import { sessionCookie } from './cookies';
import { SHARED_HEADER, SHELL } from './shared-page';
import type { Context, Viewer } from './types';
import { viewerOf, viewerOfToken } from './viewer';

export { viewerOfToken };

/** Returns the viewer of this request, or null; one query per rendering. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return withDeadline(() => viewerOfToken(token));
});

/** Returns the session token of this request, "" without one. */
export const getSessionToken = async (): Promise<string> =>
  (await cookies()).get(sessionCookie())?.value ?? '';

/** Returns the context of a request, for handlers that are passed one. */
export const contextOf = async (request: Request): Promise<Context> => ({
  viewer: await viewerOf(request.headers),
  headers: request.headers,
});

export async function viewerContext(): Promise<Context> {
  return { viewer: await getViewer(), headers: await headers() };
}

/** Returns whether the outer server asks for the frame of a page only. */
export const isShell = async (): Promise<boolean> => (await headers()).get(SHARED_HEADER) === SHELL;
