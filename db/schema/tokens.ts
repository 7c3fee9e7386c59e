import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, users } from './people';

/** What lets a reader's programs ask in the reader's name. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What the reader calls it. */
    name: text('name').notNull(),
    /** SHA-256 of the token, in hex; the token itself is stored nowhere. */
    tokenHash: text('token_hash').notNull(),
    /** Its last four characters, to be told from the others. */
    ending: text('ending').notNull(),
    scopes: text('scopes', { enum: ['read', 'vote', 'write'] })
      .array()
      .notNull(),
    expires: timestamptz('expires').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    /** Rough: written once an hour at the most. */
    lastUsedAt: timestamptz('last_used_at'),
  },
  (t) => [
    uniqueIndex('api_tokens_token_hash_key').on(t.tokenHash),
    index('api_tokens_user_id_idx').on(t.userId, t.createdAt),
    index('api_tokens_expires_idx').on(t.expires),
  ],
);
