import { randomUUID } from 'node:crypto';
import { db, type Executor } from '@/db/client';
import { pauseByMail } from '@/db/queries/deliveries';
import {
  createMail,
  finishMail,
  getMail,
  listMails,
  requeueMail,
  startMail,
} from '@/db/queries/mails';
import { enqueue } from '@/lib/base/enqueue';
import { log } from '@/lib/base/log';
import { mailDone } from '@/lib/base/measures';
import { hasLocalMailbox } from './mode';
import { waitForTurn } from './pace';
import { seal, unseal } from './seal';
import { isAddressRefused, isRefusedForGood, isSurelyNotTaken, sendBySmtp } from './smtp';
import type { Mail } from './types';

/** A lower priority than mails that a user is waiting for. */
const LATER = 10;

/**
 * Stores a mail and the job that sends it, in the transaction of its cause; returns the mail's id.
 */
export async function queueMail(tx: Executor, mail: Mail): Promise<string> {
  const id = randomUUID();
  await createMail(tx, { id, sealed: seal(JSON.stringify(mail), id) });
  await enqueue(tx, 'send_mail', { mailId: id }, { priority: mail.once ? LATER : 0 });
  return id;
}

/**
 * Sends a queued mail; throws if it should be retried. A mail that the server rejects for good, or
 * that has expired, is dropped.
 */
export async function deliverMail(mailId: string): Promise<void> {
  const row = await getMail(mailId);
  if (row?.status !== 'queued') return;
  if (hasLocalMailbox()) return finishMail(mailId, 'sent', { keep: true });
  const mail = opened(row.sealed, mailId);
  if (!mail || (mail.expires && Date.parse(mail.expires) < Date.now())) {
    log.warn({ mailId, reason: mail ? 'expired' : 'unreadable' }, 'mail dropped');
    return finishMail(mailId, 'failed');
  }
  await waitForTurn();
  // A process that dies after this line may have sent the mail.
  if (mail.once && !(await startMail(mailId))) return;
  try {
    await sendBySmtp(mail, mailId);
  } catch (error) {
    // The error itself may quote the address.
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
    const final = isRefusedForGood(error) || (mail.once === true && !isSurelyNotTaken(error));
    log.warn({ mailId, code, responseCode }, final ? 'mail dropped' : 'mail not accepted yet');
    mailDone.publish({ outcome: final ? 'failed' : 'retried' });
    if (isAddressRefused(error)) await pauseByMail(db(), mailId);
    if (final) return finishMail(mailId, 'failed');
    if (mail.once) await requeueMail(mailId);
    throw new Error('the mail server did not accept the mail');
  }
  mailDone.publish({ outcome: 'sent' });
  await finishMail(mailId, 'sent');
}

/** Returns the newest mails of the local mailbox, which exists on the embedded database only. */
export async function listLocalMails(): Promise<(Mail & { id: string; at: Date })[]> {
  if (!hasLocalMailbox()) return [];
  return (await listMails(20)).flatMap(({ id, sealed, createdAt }) => {
    const mail = opened(sealed, id);
    return mail ? [{ ...mail, id, at: createdAt }] : [];
  });
}

/** Returns null if it was encrypted under another AUTH_SECRET. */
function opened(sealed: string, id: string): Mail | null {
  try {
    return JSON.parse(unseal(sealed, id));
  } catch {
    return null;
  }
}
