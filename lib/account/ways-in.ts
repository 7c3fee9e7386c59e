import type { Transaction } from '@/db/client';
import { getOwnAddress, listAccounts } from '@/db/queries/own-account';
import { countPasskeys } from '@/db/queries/passkeys';
import { canMail } from '@/lib/mail/mode';
import { listProviders } from '@/lib/sign-in/providers';

/**
 * Returns the user's sign-in methods: ids of connected providers that are configured, `passkey`,
 * and `email` if mail can be sent.
 */
export async function waysIn(tx: Transaction, userId: string): Promise<string[]> {
  const on = new Set(listProviders().map(({ id }) => id));
  const connected = (await listAccounts(tx, userId)).map(({ provider }) => provider);
  const address = canMail() ? await getOwnAddress(tx, userId) : null;
  return [
    ...connected.filter((provider) => on.has(provider)),
    ...((await countPasskeys(tx, userId)) > 0 ? ['passkey'] : []),
    ...(address ? ['email'] : []),
  ];
}
