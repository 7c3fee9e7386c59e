import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../client';

const BATCH = 1_000;

/** Yields handles with confirmed addresses. Private: for the file that the host keeps. */
export async function* listOwners(
  on: Database,
): AsyncGenerator<{ handle: string; email: string }[]> {
  for (let after = ''; ; ) {
    const rows = await on.execute<{ handle: string; email: string }>(sql`
      select handle, email from users
      where lower(handle) > ${after} and email is not null and email_verified is not null
      order by lower(handle) limit ${BATCH}`);
    if (rows.length > 0) yield [...rows];
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.handle.toLowerCase();
  }
}

type Owner = { handle: string; email: string; mailboxKey: string };

/**
 * Gives an account without an owner an unconfirmed address. `kept`: it has a sign-in method of its
 * own by now, which an old file must not add one to; `used`: another user has the address.
 */
export async function setOwner(
  tx: Transaction,
  { handle, email, mailboxKey }: Owner,
): Promise<'given' | 'kept' | 'used' | 'unknown'> {
  const [user] = await tx.execute<{ id: string; owned: boolean; used: boolean }>(sql`
    select id, exists (select from users o where lower(o.email) = ${email} and o.id <> u.id) as used,
      (email_verified is not null
        or exists (select from sessions s where s.user_id = u.id)
        or exists (select from passkeys k where k.user_id = u.id)
        or exists (select from accounts a where a.user_id = u.id and a.provider <> 'orcid')) as owned
    from users u where lower(handle) = lower(${handle}) for update of u`);
  if (!user) return 'unknown';
  if (user.owned) return 'kept';
  if (user.used) return 'used';
  await tx.execute(sql`
    update users set email = ${email}, mailbox_key = ${mailboxKey} where id = ${user.id}::uuid`);
  return 'given';
}
