import { listTokens } from '@/db/queries/tokens';
import { hashToken } from '@/lib/base/secrets';
import { withDeadline } from '@/lib/web/deadline';
import type { OwnToken } from './types';

/** Returns the user's tokens; `fresh` is the one whose secret was just shown. */
export async function getTokens(userId: string, handed: string): Promise<OwnToken[]> {
  const rows = await withDeadline(() => listTokens(userId));
  const now = Date.now();
  const fresh = handed ? hashToken(handed) : null;
  return rows.map(({ hash, expires, createdAt, lastUsedAt, ...row }) => ({
    ...row,
    expires: expires.toISOString(),
    expired: expires.getTime() <= now,
    createdAt: createdAt.toISOString(),
    lastUsed: lastUsedAt?.toISOString().slice(0, 10) ?? null,
    fresh: hash === fresh,
  }));
}
