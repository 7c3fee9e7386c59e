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

/** Users manage their account even without a handle; banned users cannot change it. */
const refuseOwner = (viewer: Viewer | null): Refusal | null =>
  viewer ? (viewer.banned ? refuse('banned') : null) : refuse('signed_out');

/**
 * Stores a pending address and mails it a link; nothing changes until the link is used. Result and
 * work are the same if the address is another user's, so that nobody can test for addresses.
 * Refuses the viewer's current address with `conflict`.
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

/** Deletes the pending address, which invalidates its link. */
export async function cancelEmailChange({ viewer }: Context): Promise<Result<null>> {
  const refusal = refuseOwner(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  await transaction((tx) => deleteEmailChange(tx, viewer.id));
  return ok(null);
}

/**
 * Sets the confirmed address, ends all sessions of the account and mails the old address. Needs
 * only the link, not a session. Refuses with `not_found` a link that is used, expired or replaced,
 * and with `taken` an address that another user has since confirmed.
 */
export async function confirmEmailChange(
  _: Context,
  { token }: TokenInput,
): Promise<Result<{ userId: string }>> {
  try {
    return await transaction(async (tx) => {
      const found = await findEmailChange(tx, hashToken(token));
      const locked = found && (await lockReader(tx, found.userId));
      // Read again under the lock, so that only one of two concurrent requests with a link
      // succeeds.
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
 * Ends all of the viewer's sessions and revokes the API tokens, or ends all but the session with
 * token `but` and revokes the API tokens only with `tokensToo`.
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

/** Disconnects a provider, unless it is the last sign-in method (`conflict`). */
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

/** Deletes the viewer's account; see ./leaving. */
export async function deleteAccount(context: Context, input: LeavingInput): Promise<Result<void>> {
  return leave(context, input);
}

/** Returns the viewer's data as a streamed file, also to a banned user. */
export async function exportOwnData({
  viewer,
}: Context): Promise<Result<{ name: string; zip: ReadableStream<Uint8Array> }>> {
  if (!viewer) return refuse('signed_out');
  const name = `${viewer.handle ?? 'account'}-${new Date().toISOString().slice(0, 10)}.zip`;
  return ok({ name, zip: ownDataZip(viewer) });
}
