import { randomBytes } from 'node:crypto';
import { transaction } from '@/db/client';
import { insertToken } from '@/db/queries/tokens';
import { hashToken } from '@/lib/base/secrets';
import type { Viewer } from '@/lib/web/types';
import type { Scope } from '../types';

/** Creates a user's token without the page. */
export async function tokenOf(
  viewer: Viewer,
  scopes: Scope[] = ['read', 'vote', 'write'],
  expires = new Date(Date.now() + 3_600_000),
): Promise<string> {
  const token = `ppt_${randomBytes(32).toString('base64url')}`;
  const row = { name: 'A test', tokenHash: hashToken(token), ending: token.slice(-4) };
  await transaction((tx) => insertToken(tx, { ...row, userId: viewer.id, scopes, expires }));
  return token;
}
