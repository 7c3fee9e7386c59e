import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { organizationInvites, organizations } from '../schema';

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

/** A new invitation; those of the organization that are over go. */
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
  await tx.insert(organizationInvites).values(invite);
}

export const deleteOrganizationInvite = (tx: Transaction, organizationId: number, id: string) =>
  tx
    .delete(organizationInvites)
    .where(and(eq(organizationInvites.organizationId, organizationId), eq(inviteId, id)));

/** The slug of the organization that a token lets in to; null when it never was or is over. */
export async function getInvitedOrganization(on: Executor, tokenHash: string) {
  const [row] = await on
    .select({ slug: organizations.slug })
    .from(organizationInvites)
    .innerJoin(organizations, eq(organizations.id, organizationInvites.organizationId))
    .where(and(eq(organizationInvites.tokenHash, tokenHash), alive));
  return row?.slug ?? null;
}
