import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, users } from './people';

/** API tokens, which act as their user. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Name chosen by the user. */
    name: text('name').notNull(),
    /** SHA-256 of the token, in hex; the token itself is not stored. */
    tokenHash: text('token_hash').notNull(),
    /** Its last four characters, to tell tokens apart. */
    ending: text('ending').notNull(),
    scopes: text('scopes', { enum: ['read', 'vote', 'write'] })
      .array()
      .notNull(),
    expires: timestamptz('expires').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    /** Approximate: written at most once an hour. */
    lastUsedAt: timestamptz('last_used_at'),
  },
  (t) => [
    uniqueIndex('api_tokens_token_hash_key').on(t.tokenHash),
    index('api_tokens_user_id_idx').on(t.userId, t.createdAt),
    index('api_tokens_expires_idx').on(t.expires),
  ],
);
