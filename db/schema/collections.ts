import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz, users } from './people';

/** A reading list. Its followers are in `follows`. */
export const collections = pgTable(
  'collections',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Its address: random, because anyone with the link can see an unlisted one. */
    key: text('key').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    visibility: text('visibility', { enum: ['private', 'unlisted', 'public'] })
      .notNull()
      .default('private'),
    /** Hidden by a moderator from everyone but its owner. */
    hiddenAt: timestamptz('hidden_at'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    updatedAt: timestamptz('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('collections_key_key').on(t.key),
    uniqueIndex('collections_name_key').on(t.ownerId, sql`lower(${t.name})`),
    index('collections_owner_id_idx').on(t.ownerId, t.updatedAt),
    index('collections_public_idx').on(t.updatedAt).where(sql`${t.visibility} = 'public'`),
  ],
);

const collectionId = () =>
  bigint('collection_id', { mode: 'number' })
    .notNull()
    .references(() => collections.id, { onDelete: 'cascade' });

export const collectionPapers = pgTable(
  'collection_papers',
  {
    collectionId: collectionId(),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    /** The order within the list; gaps are allowed. */
    position: integer('position').notNull(),
    note: text('note').notNull().default(''),
    addedAt: timestamptz('added_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'collection_papers_pkey', columns: [t.collectionId, t.paperId] }),
    index('collection_papers_position_idx').on(t.collectionId, t.position),
    index('collection_papers_paper_id_idx').on(t.paperId),
  ],
);
