import { bigint, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, users } from './people';

/** An emailed code, bound to the browser that requested it. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    /** SHA-256 of the token in that browser's cookie, in hex. */
    browserHash: text('browser_hash').primaryKey(),
    email: text('email').notNull(),
    /** Keyed hash of the code together with the browser's token. */
    codeHash: text('code_hash').notNull(),
    tries: smallint('tries').notNull().default(0),
    expires: timestamptz('expires').notNull(),
  },
  (t) => [
    index('sign_in_codes_email_idx').on(t.email),
    index('sign_in_codes_expires_idx').on(t.expires),
  ],
);

/** WebAuthn credentials: public keys whose private halves stay in the users' devices. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Chosen by the authenticator; base64url. */
    credentialId: text('credential_id').notNull().unique('passkeys_credential_id_key'),
    /** COSE key; base64url. */
    publicKey: text('public_key').notNull(),
    /** Signatures so far, as the authenticator counts them; many always say 0. */
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    /** How a browser reaches the authenticator: `internal`, `usb`, `hybrid`. */
    transports: text('transports').array().notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    lastUsedAt: timestamptz('last_used_at'),
  },
  (t) => [index('passkeys_user_id_idx').on(t.userId)],
);
