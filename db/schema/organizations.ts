import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moderationLog } from './moderation';
import { organizations } from './papers';
import { timestamptz, users } from './people';

const organizationId = () =>
  bigint('organization_id', { mode: 'number' })
    .notNull()
    .references(() => organizations.id, { onDelete: 'cascade' });
const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** Members of an organization; its administrators manage it. */
export const organizationMembers = pgTable(
  'organization_members',
  {
    organizationId: organizationId(),
    userId: userId(),
    role: text('role', { enum: ['administrator', 'member'] })
      .notNull()
      .default('member'),
    /** Chosen by the member: counted, but not named on the public page. */
    hidden: boolean('hidden').notNull().default(false),
    joinedAt: timestamptz('joined_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'organization_members_pkey', columns: [t.organizationId, t.userId] }),
    index('organization_members_user_id_idx').on(t.userId),
  ],
);

/** Invite links; the token itself is not stored. */
export const organizationInvites = pgTable(
  'organization_invites',
  {
    tokenHash: text('token_hash').primaryKey(),
    organizationId: organizationId(),
    expires: timestamptz('expires').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [index('organization_invites_organization_id_idx').on(t.organizationId)],
);

/** Members removed by an administrator; earlier invitations no longer admit them. */
export const organizationRemovals = pgTable(
  'organization_removals',
  {
    organizationId: organizationId(),
    userId: userId(),
    removedAt: timestamptz('removed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'organization_removals_pkey', columns: [t.organizationId, t.userId] }),
    index('organization_removals_user_id_idx').on(t.userId),
  ],
);

/** Requests to manage an organization without administrators. */
export const organizationRequests = pgTable(
  'organization_requests',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organizationId: organizationId(),
    userId: userId(),
    words: text('words').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    decidedAt: timestamptz('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    logId: bigint('log_id', { mode: 'number' }).references(() => moderationLog.id),
  },
  (t) => [
    uniqueIndex('organization_requests_open_key')
      .on(t.organizationId, t.userId)
      .where(sql`${t.decidedAt} is null`),
    index('organization_requests_open_idx').on(t.createdAt).where(sql`${t.decidedAt} is null`),
  ],
);
