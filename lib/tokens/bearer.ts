import { findToken, touchToken } from '@/db/queries/tokens';
import { remembered } from '@/lib/base/remembered';
import { hashToken } from '@/lib/base/secrets';
import type { Bearer } from './types';

/** Identifies our tokens for people and for secret scanners. */
export const PREFIX = 'ppt_';

const OURS = /^ppt_[\w-]{43}$/;

/**
 * Returns the owner of a request's bearer token: null without a token, `unknown` if it is not ours,
 * expired, revoked or a banned user's. Cookies are ignored.
 */
export async function bearerOf(sent: Pick<Headers, 'get'>): Promise<Bearer | 'unknown' | null> {
  const [, token] = /^bearer\s+(\S+)\s*$/i.exec(sent.get('authorization') ?? '') ?? [];
  if (token === undefined) return null;
  if (!OURS.test(token)) return 'unknown';
  const hash = hashToken(token);
  const known = await remembered('bearer', hash, () => readBearer(hash), { life: LIFE });
  if (!known || known.expires.getTime() <= Date.now()) return 'unknown';
  return known.bearer;
}

type Known = { bearer: Bearer; expires: Date };

/**
 * Milliseconds: bans and revocations end it at once (`remembered`), and it knows when it expires.
 */
const LIFE = 30_000;

async function readBearer(hash: string): Promise<Known | null> {
  const found = await findToken(hash);
  if (!found) return null;
  const { stale, viewer, expires, ...bearer } = found;
  if (stale) await touchToken(bearer.id);
  return { bearer: { ...bearer, viewer: { ...viewer, banned: false } }, expires };
}
