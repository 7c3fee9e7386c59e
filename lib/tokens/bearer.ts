import { findToken, touchToken } from '@/db/queries/tokens';
import { hashToken } from '@/lib/base/secrets';
import type { Bearer } from './types';

/** Tells a token of ours from others, for people and for scanners of leaked secrets. */
export const PREFIX = 'ppt_';

const OURS = /^ppt_[\w-]{43}$/;

/**
 * Who speaks by the bearer token of a request: nobody in particular (null), or `unknown` for a
 * token that is not ours, over, revoked or a banned reader's. Cookies are never looked at.
 */
export async function bearerOf(sent: Pick<Headers, 'get'>): Promise<Bearer | 'unknown' | null> {
  const [, token] = /^bearer\s+(\S+)\s*$/i.exec(sent.get('authorization') ?? '') ?? [];
  if (token === undefined) return null;
  const found = OURS.test(token) ? await findToken(hashToken(token)) : null;
  if (!found) return 'unknown';
  const { stale, viewer, ...bearer } = found;
  if (stale) await touchToken(bearer.id);
  return { ...bearer, viewer: { ...viewer, banned: false } };
}
