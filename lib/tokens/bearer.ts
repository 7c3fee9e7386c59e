import { findToken, touchToken } from '@/db/queries/tokens';
import { remembered } from '@/lib/base/remembered';
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
  if (!OURS.test(token)) return 'unknown';
  const hash = hashToken(token);
  return (await remembered('bearer', hash, () => readBearer(hash))) ?? 'unknown';
}

async function readBearer(hash: string): Promise<Bearer | null> {
  const found = await findToken(hash);
  if (!found) return null;
  const { stale, viewer, ...bearer } = found;
  if (stale) await touchToken(bearer.id);
  return { ...bearer, viewer: { ...viewer, banned: false } };
}
