import { db, type Transaction, transaction } from '@/db/client';
import {
  type AccountKey,
  createAccount,
  createHolder,
  getHolder,
  getHolderByAccount,
} from '@/db/queries/accounts';
import { lockJudged } from '@/db/queries/moderation-acts';
import { getOwnAddress, listKeyless, setMailboxKey, setOrcid } from '@/db/queries/own-account';
import { env } from '@/lib/base/env';
import { AppError, ok, type Result, refuse } from '@/lib/base/errors';
import { mailboxKey } from '@/lib/base/mailbox';
import { changeRole } from '@/lib/moderation/operator';
import { parseOrcid } from '@/lib/people/schema';
import { takeLimit } from '@/lib/web/rate-limit';
import type { Context } from '@/lib/web/types';

type Stranger = AccountKey & {
  name: string | null;
  /** Set only if the provider says that the address is verified. */
  email: string | null;
};

/**
 * Finds or creates the user of a provider's account, user and account in one transaction. Accounts
 * are never linked by address: anyone in control of an account elsewhere would get the account
 * here.
 */
export async function enterByProvider(stranger: Stranger): Promise<Result<null>> {
  const { provider, providerAccountId, name, email } = stranger;
  const key = { provider, providerAccountId };
  if (await getHolderByAccount(key)) return ok(null);
  try {
    await transaction(async (tx) => {
      const holder = await createHolder(tx, {
        name,
        email,
        mailboxKey: email && mailboxKey(email),
      });
      const made = holder && (await createAccount(tx, { ...key, userId: holder.id }));
      if (!made) throw new AppError('taken');
      await keepOrcid(tx, holder.id, key);
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The same sign-in in another tab may have been faster.
    if (!(await getHolderByAccount(key))) return refuse('taken');
  }
  return ok(null);
}

/**
 * Connects a provider's account to the viewer as another sign-in method. Refuses with `forbidden`
 * if the viewer has no confirmed address, and with `taken` if the account is another user's: two
 * users are never merged.
 */
export async function connectAccount({ viewer }: Context, key: AccountKey): Promise<Result<null>> {
  if (!viewer) return refuse('signed_out');
  if (viewer.banned) return refuse('banned');
  if (!(await getOwnAddress(db(), viewer.id))) {
    return refuse('forbidden', { message: 'Confirm an e-mail address first.' });
  }
  const made = await transaction(async (tx) => {
    const created = await createAccount(tx, { ...key, userId: viewer.id });
    if (created) await keepOrcid(tx, viewer.id, key);
    return created;
  });
  // Connecting the same account again is idempotent.
  const owner = made ? viewer : await getHolderByAccount(key);
  return owner?.id === viewer.id ? ok(null) : refuse('taken');
}

/** Returns whether a new account would exceed its network's limit for today. */
export async function isOneTooMany(key: AccountKey, address = ''): Promise<boolean> {
  if (await getHolderByAccount(key)) return false;
  return (await takeLimit('sign_up', { viewer: null, address })) !== null;
}

/** A sign-in at orcid.org confirms the user's ORCID iD. */
async function keepOrcid(tx: Transaction, userId: string, key: AccountKey): Promise<void> {
  const orcid = key.provider === 'orcid' ? parseOrcid(key.providerAccountId) : null;
  if (orcid) await setOrcid(tx, userId, orcid);
}

/**
 * Stores the keyed hash of the mailbox at each sign-in, because the key changes with AUTH_SECRET.
 */
export async function keepMailboxKey(userId: string): Promise<void> {
  const email = (await getHolder(userId))?.email;
  if (email) await setMailboxKey(db(), userId, mailboxKey(email));
}

/** Accounts per batch of `fillMailboxKeys`. */
const BATCH = 500;

/**
 * Computes the key of accounts that have none yet; a job does it, because SQL does not know the
 * secret. Returns how many.
 */
export async function fillMailboxKeys(): Promise<number> {
  for (let filled = 0; ; ) {
    const rows = await listKeyless(db(), BATCH);
    for (const { id, email } of rows) await setMailboxKey(db(), id, mailboxKey(email));
    filled += rows.length;
    if (rows.length < BATCH) return filled;
  }
}

/**
 * Makes the user an administrator if the configuration lists their confirmed address; called at
 * each sign-in. The first user gets no role by being first, and banned users are skipped.
 */
export async function promoteIfListed(userId: string): Promise<void> {
  const listed = env().ADMIN_EMAILS;
  if (!listed) return;
  const holder = await getHolder(userId);
  if (!holder?.email || !holder.emailVerified || !listed.includes(holder.email)) return;
  await transaction(async (tx) => {
    const [reader] = await lockJudged(tx, [userId]);
    if (!reader || reader.banned || reader.role === 'admin') return;
    const reason = 'Listed in the configuration of the site.';
    await changeRole(tx, reader, 'admin', { actorId: null, reason });
  });
}
