import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { pictures } from './pictures';

export const timestamptz = (name: string) => timestamp(name, { withTimezone: true });

export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Null until the user has chosen one; required for any write. */
    handle: text('handle'),
    name: text('name'),
    email: text('email'),
    emailVerified: timestamptz('email_verified'),
    /** Keyed hash of the mailbox behind the address (lib/base/mailbox); null until computed. */
    mailboxKey: text('mailbox_key'),
    image: text('image'),
    /** The uploaded avatar; null for the generated one. */
    picture: text('picture').references(() => pictures.hash),
    role: text('role', { enum: ['member', 'moderator', 'admin'] })
      .notNull()
      .default('member'),
    isDemo: boolean('is_demo').notNull().default(false),
    /**
     * Casts votes that a dump counts without names (lib/dump). It has neither handle nor address, so
     * nobody signs in as it.
     */
    standIn: boolean('stand_in').notNull().default(false),
    bannedAt: timestamptz('banned_at'),
    /** When a temporary ban ends; null for a permanent one. */
    bannedUntil: timestamptz('banned_until'),
    /** Until then, a moderator has given this user the limits of a new account. */
    limitedUntil: timestamptz('limited_until'),
    bio: text('bio').notNull().default(''),
    links: text('links').array().notNull().default(sql`'{}'`),
    /** In orcid.org's format, confirmed by sign-in or typed in. */
    orcid: text('orcid'),
    /** Counted for the paper, named nowhere, and not counted in a small group. */
    votesPrivate: boolean('votes_private').notNull().default(false),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('users_handle_key').on(sql`lower(${t.handle})`),
    /** For prefix search; the unique index does not support it. */
    index('users_handle_prefix_idx').on(sql`lower(${t.handle}) text_pattern_ops`),
    /** Words of the name, for prefix search. */
    index('users_name_words_idx').using('gin', sql`to_tsvector('simple', coalesce(${t.name}, ''))`),
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
    index('users_mailbox_key_idx').on(t.mailboxKey),
    index('users_picture_idx').on(t.picture).where(sql`${t.picture} is not null`),
    // Small, and consulted for each counted upvote.
    index('users_banned_idx').on(t.id).where(sql`${t.bannedAt} is not null`),
    check('users_banned_until', sql`${t.bannedUntil} is null or ${t.bannedAt} is not null`),
    check('users_stand_in', sql`not ${t.standIn} or num_nonnulls(${t.handle}, ${t.email}) = 0`),
  ],
);

export const accounts = pgTable(
  'accounts',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'accounts_pkey', columns: [t.provider, t.providerAccountId] }),
    index('accounts_user_id_idx').on(t.userId),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the cookie's token, in hex; the token itself is not stored. */
    tokenHash: text('token_hash').primaryKey(),
    /** Identifies the session to its user, who may end it. */
    id: uuid('id').notNull().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Browser and system, such as "Firefox on Linux". */
    device: text('device'),
    expires: timestamptz('expires').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user_id_idx').on(t.userId), index('sessions_expires_idx').on(t.expires)],
);

/** A new address until the emailed confirmation link is used. */
export const emailChanges = pgTable(
  'email_changes',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull(),
    expires: timestamptz('expires').notNull(),
  },
  (t) => [uniqueIndex('email_changes_token_hash_key').on(t.tokenHash)],
);

/**
 * Handles of deleted accounts, as keyed hashes: reserved, because old comments still mention them
 * and a new account could impersonate the former user.
 */
export const retiredHandles = pgTable('retired_handles', {
  handleHash: text('handle_hash').primaryKey(),
  retiredAt: timestamptz('retired_at').notNull().defaultNow(),
});

export const verificationTokens = pgTable(
  'verification_tokens',
  {
    identifier: text('identifier').notNull(),
    tokenHash: text('token_hash').notNull(),
    expires: timestamptz('expires').notNull(),
  },
  (t) => [primaryKey({ name: 'verification_tokens_pkey', columns: [t.identifier, t.tokenHash] })],
);
