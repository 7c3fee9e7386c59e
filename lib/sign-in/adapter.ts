import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';
import { db } from '@/db/client';
import {
  type AccountHolder,
  createAccount,
  createHolder,
  createSession,
  createVerificationToken,
  deleteSession,
  getHolder,
  getHolderByAccount,
  getHolderByEmail,
  getSession,
  markEmailVerified,
  takeVerificationToken,
} from '@/db/queries/accounts';
import { parseEmail } from '@/lib/base/email-address';
import { AppError } from '@/lib/base/errors';
import { mailboxKey } from '@/lib/base/mailbox';
import { hashToken } from '@/lib/base/secrets';
import { keepMailboxKey, promoteIfListed } from './service';

const asUser = (holder: AccountHolder): AdapterUser => ({
  id: holder.id,
  name: holder.name,
  email: holder.email ?? '',
  emailVerified: holder.emailVerified,
});

const found = (holder: AccountHolder | null): AdapterUser | null => holder && asUser(holder);

/**
 * next-auth's database adapter. next-auth passes session and verification tokens in plain text;
 * only their hashes are stored.
 */
export const adapter = {
  getUser: async (id) => found(await getHolder(id)),

  getUserByEmail: async (text) => {
    const email = parseEmail(text);
    return email ? found(await getHolderByEmail(email)) : null;
  },

  getUserByAccount: async ({ provider, providerAccountId }) =>
    found(await getHolderByAccount({ provider, providerAccountId })),

  /** Called only after a mailed link; users from providers are created by `enterByProvider`. */
  createUser: async (user: Omit<AdapterUser, 'id'>) => {
    const email = parseEmail(user.email);
    if (!email) throw new AppError('invalid');
    const made = await createHolder(db(), { name: null, email, mailboxKey: mailboxKey(email) });
    // Two links to one new address, opened at the same time, create one user.
    const holder = made ?? (await getHolderByEmail(email));
    if (!holder) throw new AppError('conflict');
    return asUser(holder);
  },

  /** next-auth updates only this, after a mailed link: the address is verified. */
  updateUser: async ({ id }) => {
    const holder = await markEmailVerified(id);
    if (!holder) throw new AppError('conflict');
    return asUser(holder);
  },

  linkAccount: async (account: AdapterAccount) => {
    const { userId, provider, providerAccountId } = account;
    const made = await createAccount(db(), { userId, provider, providerAccountId });
    if (!made) throw new AppError('conflict');
  },

  createSession: async (session) => {
    const { sessionToken, userId, expires } = session;
    await createSession({ tokenHash: hashToken(sessionToken), userId, expires });
    await keepMailboxKey(userId);
    await promoteIfListed(userId);
    return session;
  },

  getSessionAndUser: async (sessionToken) => {
    const session = await getSession(hashToken(sessionToken));
    const holder = session && (await getHolder(session.userId));
    return session && holder
      ? { session: { ...session, sessionToken }, user: asUser(holder) }
      : null;
  },

  /** Sessions are not prolonged: a stolen cookie expires by itself. */
  updateSession: async () => null,

  deleteSession: async (sessionToken) => deleteSession(hashToken(sessionToken)),

  createVerificationToken: async (token) => {
    const { identifier, expires } = token;
    await createVerificationToken({ identifier, tokenHash: hashToken(token.token), expires });
    return token;
  },

  useVerificationToken: async ({ identifier, token }) => {
    const taken = await takeVerificationToken({ identifier, tokenHash: hashToken(token) });
    return taken && { identifier, token, expires: taken.expires };
  },
} satisfies Adapter;
