import { and, desc, eq, gt, not, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { organizationInvites, organizationRemovals, organizations } from '../schema';
import { NOW, removedSince } from './removals';

const inviteId = sql<string>`left(${organizationInvites.tokenHash}, 16)`;
const alive = gt(organizationInvites.expires, sql`now()`);

export const listOrganizationInvites = (on: Executor, organizationId: number) =>
  on
    .select({
      id: inviteId,
      expires: organizationInvites.expires,
      createdAt: organizationInvites.createdAt,
    })
    .from(organizationInvites)
    .where(and(eq(organizationInvites.organizationId, organizationId), alive))
    .orderBy(desc(organizationInvites.createdAt));

/** Creates an invitation and deletes the organization's expired ones. */
export async function insertOrganizationInvite(
  tx: Transaction,
  invite: { tokenHash: string; organizationId: number; expires: Date },
): Promise<void> {
  await tx
    .delete(organizationInvites)
    .where(
      and(
        eq(organizationInvites.organizationId, invite.organizationId),
        sql`${organizationInvites.expires} <= now()`,
      ),
    );
  await tx.insert(organizationInvites).values({ ...invite, createdAt: NOW });
}

export const deleteOrganizationInvite = (tx: Transaction, organizationId: number, id: string) =>
  tx
    .delete(organizationInvites)
    .where(and(eq(organizationInvites.organizationId, organizationId), eq(inviteId, id)));

/**
 * Returns the slug of the organization a valid token admits the viewer to. Null if the token is
 * unknown, revoked or expired, or older than the viewer's removal from the organization.
 */
export async function getInvitedOrganization(
  on: Executor,
  tokenHash: string,
  viewerId: string | null,
) {
  const [row] = await on
    .select({ slug: organizations.slug })
    .from(organizationInvites)
    .innerJoin(organizations, eq(organizations.id, organizationInvites.organizationId))
    .where(
      and(
        eq(organizationInvites.tokenHash, tokenHash),
        alive,
        viewerId === null
          ? undefined
          : not(
              removedSince(
                organizationRemovals,
                organizationRemovals.organizationId,
                organizations.id,
                organizationInvites.createdAt,
                viewerId,
              ),
            ),
      ),
    );
  return row?.slug ?? null;
}
