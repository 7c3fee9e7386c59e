import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import { setSessionDevice } from '@/db/queries/sessions';
import { nextAuthAddress } from '@/lib/base/env';
import { isDatabaseAway } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { cookieName } from '@/lib/web/cookies';
import type { Viewer } from '@/lib/web/types';
import { adapter } from './adapter';
import { authOptions } from './options';

export type AuthRequest = {
  method: 'GET' | 'POST';
  /** The path below /api/auth. */
  path: string[];
  query: Record<string, string>;
  cookies: Record<string, string>;
  body?: Record<string, string>;
  /** The device of a new session. */
  device?: string | null;
  /** The client's address: new accounts are limited per network. */
  address?: string;
  /** Mailed together with the link. */
  code?: string;
  /** The signed-in user to whom the provider's account is connected. */
  connectTo?: Viewer;
};

export type AuthOutcome = {
  /** An absolute address, ours or the provider's. */
  location: string;
  cookies: string[];
  /** The new session, as the hash of its token. */
  session: { tokenHash: string; userId: string } | null;
};

/**
 * Calls next-auth with exactly the cookies and body that we pass; its own request parsing would
 * accept all of them. Throws if the database is down, where next-auth would redirect to an error
 * page.
 */
export async function callNextAuth(request: AuthRequest): Promise<AuthOutcome> {
  nextAuthAddress();
  const outcome: AuthOutcome = { location: '', cookies: [], session: null };
  let away: unknown;
  const watched = watch(adapter, (error) => {
    if (isDatabaseAway(error)) away = error;
  });
  const { path, device, connectTo, address, code, ...rest } = request;
  const methods = {
    ...watched,
    createSession: async (session: Parameters<typeof adapter.createSession>[0]) => {
      const made = await watched.createSession(session);
      if (device) await setSessionDevice(hashToken(session.sessionToken), device);
      outcome.session = { tokenHash: hashToken(session.sessionToken), userId: session.userId };
      return made;
    },
  };
  const options = authOptions(methods, { connectTo, address, code });
  const asked = { ...rest, query: { ...rest.query, nextauth: path }, headers: {} };
  await NextAuth(
    asked as unknown as NextApiRequest,
    responseInto(outcome) as unknown as NextApiResponse,
    options,
  );
  if (away) throw away;
  return outcome;
}

const isWanted = (cookie: string): boolean => !cookie.startsWith(`${cookieName('csrf')}=`);

/** The part of a response object that next-auth uses. */
function responseInto(outcome: AuthOutcome) {
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === 'Set-Cookie' ? outcome.cookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      // Forms are checked by origin, so next-auth's CSRF token is not needed.
      if (name === 'Set-Cookie') outcome.cookies = [value].flat().filter(isWanted);
      if (name === 'Location') outcome.location = String(value);
      return response;
    },
    end: () => response,
    json: () => response,
    send: () => response,
  };
  return response;
}

/** Wraps the methods so that errors are recorded. */
function watch<T extends Adapter>(methods: T, see: (error: unknown) => void): T {
  return new Proxy(methods, {
    get: (target, name, receiver) => {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        try {
          return await method(...args);
        } catch (error) {
          see(error);
          throw error;
        }
      };
    },
  });
}
