import { transaction } from '@/db/client';
import {
  type AccountKey,
  createAccount,
  createHolder,
  getHolder,
  getHolderByAccount,
} from '@/db/queries/accounts';
import { lockJudged } from '@/db/queries/moderation-acts';
import { env } from '@/lib/env';
import { AppError, ok, type Result, refuse } from '@/lib/errors';
import { changeRole } from '@/lib/moderation/operator';

type Stranger = AccountKey & {
  name: string | null;
  /** Only an address that the provider says is verified. */
  email: string | null;
};

/**
 * Makes sure that there is a reader for this account of a provider; reader and account are made
 * in one transaction. An address that is another reader's is never joined to that reader: who
 * controls an account elsewhere would get the account here.
 */
export async function enterByProvider(stranger: Stranger): Promise<Result<null>> {
  const { provider, providerAccountId, name, email } = stranger;
  const key = { provider, providerAccountId };
  if (await getHolderByAccount(key)) return ok(null);
  try {
    await transaction(async (tx) => {
      const holder = await createHolder(tx, { name, email });
      const made = holder && (await createAccount(tx, { ...key, userId: holder.id }));
      if (!made) throw new AppError('taken');
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Unless the same person was faster in another tab.
    if (!(await getHolderByAccount(key))) return refuse('taken');
  }
  return ok(null);
}

/**
 * Makes an administrator of a reader whose confirmed address the configuration lists; called at
 * each sign-in. Being the first reader makes nobody an administrator, and a banned one stays out.
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
