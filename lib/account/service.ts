import { randomBytes } from 'node:crypto';
import { db, transaction } from '@/db/client';
import {
  deleteAccounts,
  deleteEmailChange,
  findEmailChange,
  getOwnAddress,
  isAddressTaken,
  lockReader,
  saveEmailChange,
  setEmail,
} from '@/db/queries/own-account';
import { endSessions as endAll } from '@/db/queries/people';
import { deleteOtherSessions, deleteSessionById } from '@/db/queries/sessions';
import { deleteTokens } from '@/db/queries/tokens';
import { errorCode, ok, type Refusal, type Result, refuse } from '@/lib/base/errors';
import { mailboxKey } from '@/lib/base/mailbox';
import { hashToken } from '@/lib/base/secrets';
import { queueMail } from '@/lib/mail/service';
import { LINK_SECONDS } from '@/lib/sign-in/options';
import { takeMailLimit } from '@/lib/web/rate-limit';
import type { Context, Viewer } from '@/lib/web/types';
import { ownDataZip } from './export';
import { leave } from './leaving';
import { askedMail, changedMail, confirmMail, takenMail } from './mails';
import type { EmailInput, LeavingInput, ProviderInput, SessionInput, TokenInput } from './schema';
import { waysIn } from './ways-in';

const UNIQUE_VIOLATION = '23505';

/** An account is its reader's, also without a handle; a banned one changes nothing about it. */
const refuseOwner = (viewer: Viewer | null): Refusal | null =>
  viewer ? (viewer.banned ? refuse('banned') : null) : refuse('signed_out');

/**
 * Keeps the wish for another address and mails it a link; nothing changes before that is used.
 * The answer, and what is done for it, is the same when the address is another reader's. Refuses
 * with `conflict` the address that the viewer has.
 */
export async function requestEmailChange(
  { viewer }: Context,
  { email }: EmailInput,
): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  const limited = await takeMailLimit(email);
  if (limited) return limited;
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + LINK_SECONDS * 1000);
  return transaction(async (tx) => {
    await lockReader(tx, viewer.id);
    const before = await getOwnAddress(tx, viewer.id);
    if (before === email) return refuse('conflict', { message: 'This is your address already.' });
    await saveEmailChange(tx, { userId: viewer.id, email, tokenHash: hashToken(token), expires });
    const taken = await isAddressTaken(tx, email, viewer.id);
    const { handle } = viewer;
    await queueMail(
      tx,
      taken ? takenMail({ to: email }) : confirmMail({ to: email, handle, token, expires }),
    );
    if (before) await queueMail(tx, askedMail({ to: before, next: email }));
    return ok(null);
  });
}

/** Forgets the address that waits to be confirmed; its link is none any more. */
export async function cancelEmailChange({ viewer }: Context): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  await transaction((tx) => deleteEmailChange(tx, viewer.id));
  return ok(null);
}

/**
 * Makes a mailed address that of the account it was mailed for, ends all of its sessions and tells
 * the old address. Whoever has the link may do it, signed in or not. Refuses with `not_found` a
 * link that is used, too old or replaced, and `taken` an address that has become another reader's.
 */
export async function confirmEmailChange(
  _: Context,
  { token }: TokenInput,
): Promise<Result<{ userId: string }>> {
  try {
    return await transaction(async (tx) => {
      const found = await findEmailChange(tx, hashToken(token));
      const locked = found && (await lockReader(tx, found.userId));
      // Asked again under the lock: of two who come with one link, one changes something.
      const change = locked ? await findEmailChange(tx, hashToken(token)) : null;
      if (!change) return refuse('not_found');
      const { userId, email, before } = change;
      await setEmail(tx, userId, { email, mailboxKey: mailboxKey(email) });
      await deleteEmailChange(tx, userId);
      await endAll(tx, userId);
      if (before) await queueMail(tx, changedMail({ to: before, next: email }));
      return ok({ userId });
    });
  } catch (error) {
    if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
    return refuse('taken');
  }
}

/** Ends one of the viewer's own sessions. */
export async function endSession({ viewer }: Context, { id }: SessionInput): Promise<Result<null>> {
  if (!viewer) return refuse('signed_out');
  return (await deleteSessionById(viewer.id, id)) ? ok(null) : refuse('not_found');
}

/**
 * Ends the viewer's sessions: all of them, and with them the API tokens, or all but the one with this
 * token, and the API tokens only with `tokensToo`.
 */
export async function endSessions(
  { viewer }: Context,
  { but, tokensToo = false }: { but: string | null; tokensToo?: boolean },
): Promise<Result<null>> {
  if (!viewer) return refuse('signed_out');
  if (but === null) await transaction((tx) => endAll(tx, viewer.id));
  else {
    await deleteOtherSessions(viewer.id, hashToken(but));
    if (tokensToo) await deleteTokens(db(), viewer.id);
  }
  return ok(null);
}

/** Takes a provider's account off the viewer's, unless it is the last way in (`conflict`). */
export async function disconnectAccount(
  { viewer }: Context,
  { provider }: ProviderInput,
): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  return transaction(async (tx) => {
    await lockReader(tx, viewer.id);
    const others = (await waysIn(tx, viewer.id)).filter((way) => way !== provider);
    if (others.length === 0) return refuse('conflict');
    return (await deleteAccounts(tx, viewer.id, provider)) ? ok(null) : refuse('not_found');
  });
}

/** Deletes the viewer's account, as ./leaving says. */
export async function deleteAccount(
  context: Context,
  input: LeavingInput,
): Promise<Result<{ tags: string[] }>> {
  return leave(context, input);
}

/** Everything of the viewer's own, as a file that is made while it is read; also for a banned one. */
export async function exportOwnData({
  viewer,
}: Context): Promise<Result<{ name: string; zip: ReadableStream<Uint8Array> }>> {
  if (!viewer) return refuse('signed_out');
  const name = `${viewer.handle ?? 'account'}-${new Date().toISOString().slice(0, 10)}.zip`;
  return ok({ name, zip: ownDataZip(viewer) });
}
