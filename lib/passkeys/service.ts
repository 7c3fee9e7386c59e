import type { Transaction } from '@/db/client';
import { transaction } from '@/db/client';
import { getOwnAddress, lockReader } from '@/db/queries/own-account';
import {
  countPasskeys,
  deletePasskey,
  insertPasskey,
  type StoredPasskey,
  setPasskeyName,
} from '@/db/queries/passkeys';
import { waysIn } from '@/lib/account/ways-in';
import { ok, type Refusal, type Result, refuse } from '@/lib/base/errors';
import { canMail } from '@/lib/mail/mode';
import { queueMail } from '@/lib/mail/service';
import type { Context, Viewer } from '@/lib/web/types';
import { passkeyMail } from './mails';
import { MAX_PASSKEYS, type RemoveInput, type RenameInput } from './schema';

const refuseOwner = (viewer: Viewer | null): Refusal | null =>
  viewer ? (viewer.banned ? refuse('banned') : null) : refuse('signed_out');

/**
 * Adds a verified passkey to the viewer's account. Refuses with `taken` a credential that is in use,
 * and with `conflict` more than MAX_PASSKEYS.
 */
export async function addPasskey(
  { viewer }: Context,
  passkey: StoredPasskey & { name: string },
): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  return transaction(async (tx) => {
    await lockReader(tx, viewer.id);
    if ((await countPasskeys(tx, viewer.id)) >= MAX_PASSKEYS) return refuse('conflict');
    if (!(await insertPasskey(tx, { ...passkey, userId: viewer.id }))) return refuse('taken');
    await notify(tx, viewer.id, passkey.name, 'added');
    return ok(null);
  });
}

export async function renamePasskey(
  { viewer }: Context,
  { id, name }: RenameInput,
): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  return (await setPasskeyName(viewer.id, id, name)) ? ok(null) : refuse('not_found');
}

/** Removes a passkey; refuses with `conflict` if it is the last sign-in method. */
export async function removePasskey(
  { viewer }: Context,
  { id }: RemoveInput,
): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  return transaction(async (tx) => {
    await lockReader(tx, viewer.id);
    const ways = await waysIn(tx, viewer.id);
    const others = ways.filter((way) => way !== 'passkey').length;
    if (others === 0 && (await countPasskeys(tx, viewer.id)) < 2) return refuse('conflict');
    const name = await deletePasskey(tx, viewer.id, id);
    if (name === null) return refuse('not_found');
    await notify(tx, viewer.id, name, 'removed');
    return ok(null);
  });
}

async function notify(
  tx: Transaction,
  userId: string,
  name: string,
  what: 'added' | 'removed',
): Promise<void> {
  const address = canMail() ? await getOwnAddress(tx, userId) : null;
  if (address) await queueMail(tx, passkeyMail(address, name, what));
}
