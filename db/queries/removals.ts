import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../client';
import { groupRemovals, organizationRemovals } from '../schema';

/**
 * Members removed by an owner or administrator. Both times are taken under the lock of the group or
 * organization, from the clock rather than the transaction start: an invitation created after a
 * removal is newer than it, whichever transaction began first.
 */
export const NOW = sql`clock_timestamp()`;

export async function saveGroupRemoval(tx: Transaction, groupId: number, userId: string) {
  const removedAt = NOW;
  await tx
    .insert(groupRemovals)
    .values({ groupId, userId, removedAt })
    .onConflictDoUpdate({
      target: [groupRemovals.groupId, groupRemovals.userId],
      set: { removedAt },
    });
}

export async function saveOrganizationRemoval(
  tx: Transaction,
  organizationId: number,
  userId: string,
) {
  const removedAt = NOW;
  await tx
    .insert(organizationRemovals)
    .values({ organizationId, userId, removedAt })
    .onConflictDoUpdate({
      target: [organizationRemovals.organizationId, organizationRemovals.userId],
      set: { removedAt },
    });
}

type Removals = typeof groupRemovals | typeof organizationRemovals;

/**
 * Whether the viewer, or another account of the same mailbox, was removed after an invitation was
 * created. `of` is the removals' column of the group or organization, `id` the invitation's.
 */
export const removedSince = (
  removals: Removals,
  of: AnyColumn,
  id: AnyColumn,
  invitedAt: AnyColumn,
  viewerId: string,
): SQL => sql`exists (
  select from ${removals} join users gone on gone.id = ${removals.userId}
  where ${of} = ${id} and ${removals.removedAt} >= ${invitedAt}
    and (gone.id = ${viewerId}::uuid or gone.mailbox_key = (
      select mailbox_key from users me where me.id = ${viewerId}::uuid)))`;
