import { transaction } from '@/db/client';
import {
  type AccountKey,
  createAccount,
  createHolder,
  getHolderByAccount,
} from '@/db/queries/accounts';
import { AppError, ok, type Result, refuse } from '@/lib/errors';

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
