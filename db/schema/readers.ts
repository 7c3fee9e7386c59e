import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { collections } from './collections';
import { organizations, papers } from './papers';
import { timestamptz, users } from './people';

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** Papers hidden from a user's feeds. */
export const hiddenPapers = pgTable(
  'hidden_papers',
  {
    userId: userId(),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'hidden_papers_pkey', columns: [t.userId, t.paperId] })],
);

/** Papers a user has opened, or marked as read; private. */
export const paperReads = pgTable(
  'paper_reads',
  {
    userId: userId(),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'paper_reads_pkey', columns: [t.userId, t.paperId] }),
    index('paper_reads_paper_id_idx').on(t.paperId),
  ],
);

/** Topics and words muted in a user's feeds. */
export const mutes = pgTable(
  'mutes',
  {
    userId: userId(),
    kind: text('kind', { enum: ['topic', 'word'] }).notNull(),
    /** A category in arXiv's spelling, or words in lower case. */
    value: text('value').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'mutes_pkey', columns: [t.userId, t.kind, t.value] })],
);

/** Exactly one of the five targets is set. */
export const follows = pgTable(
  'follows',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: userId(),
    topic: text('topic'),
    /** An author's name as papers spell it, ignoring case. */
    author: text('author'),
    organizationId: bigint('organization_id', { mode: 'number' }).references(
      () => organizations.id,
      { onDelete: 'cascade' },
    ),
    readerId: uuid('reader_id').references(() => users.id, { onDelete: 'cascade' }),
    collectionId: bigint('collection_id', { mode: 'number' }).references(() => collections.id, {
      onDelete: 'cascade',
    }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('follows_target_key')
      .on(t.userId, t.topic, t.author, t.organizationId, t.readerId, t.collectionId)
      .nullsNotDistinct(),
    index('follows_reader_id_idx').on(t.readerId),
    index('follows_collection_id_idx').on(t.collectionId),
    check(
      'follows_one_target',
      sql`num_nonnulls(${t.topic}, ${t.author}, ${t.organizationId}, ${t.readerId}, ${t.collectionId}) = 1`,
    ),
  ],
);

/** When the owner's account is deleted, the longest member becomes the owner (drizzle/0005). */
export const groups = pgTable(
  'groups',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    visibility: text('visibility', { enum: ['members', 'everybody'] })
      .notNull()
      .default('members'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('groups_slug_key').on(sql`lower(${t.slug})`),
    index('groups_owner_id_idx').on(t.ownerId),
  ],
);

export const groupMembers = pgTable(
  'group_members',
  {
    groupId: bigint('group_id', { mode: 'number' })
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: userId(),
    joinedAt: timestamptz('joined_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'group_members_pkey', columns: [t.groupId, t.userId] }),
    index('group_members_user_id_idx').on(t.userId),
  ],
);

/** Invite links; the token itself is not stored. */
export const groupInvites = pgTable(
  'group_invites',
  {
    tokenHash: text('token_hash').primaryKey(),
    groupId: bigint('group_id', { mode: 'number' })
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    expires: timestamptz('expires').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [index('group_invites_group_id_idx').on(t.groupId)],
);

/** Members removed by the owner; earlier invitations no longer admit them. */
export const groupRemovals = pgTable(
  'group_removals',
  {
    groupId: bigint('group_id', { mode: 'number' })
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: userId(),
    removedAt: timestamptz('removed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'group_removals_pkey', columns: [t.groupId, t.userId] }),
    index('group_removals_user_id_idx').on(t.userId),
  ],
);
