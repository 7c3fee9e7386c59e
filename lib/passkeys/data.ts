import { listPasskeys } from '@/db/queries/passkeys';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import type { OwnPasskey } from './types';

/** Returns the viewer's passkeys, oldest first. */
export async function getOwnPasskeys(viewer: Viewer): Promise<OwnPasskey[]> {
  const rows = await withDeadline(() => listPasskeys(viewer.id));
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsed: lastUsedAt?.toISOString().slice(0, 10) ?? null,
  }));
}
