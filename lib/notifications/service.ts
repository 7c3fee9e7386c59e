import { db, transaction } from '@/db/client';
import { setWatch as keepWatch, setSettings, stopMail } from '@/db/queries/notification-settings';
import {
  claimForMail,
  listMailOverdue,
  mailState,
  markRead as setRead,
} from '@/db/queries/notifications';
import { env } from '@/lib/base/env';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { queueMail } from '@/lib/mail/service';
import { scheduleMail } from '@/lib/notify/notify';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { notificationsMail } from './mail';
import { toNotification } from './messages';
import {
  KIND_NAMES,
  kindsFor,
  type MarkReadInput,
  type SettingsInput,
  type WatchInput,
} from './schema';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token';

/** Marks one of the viewer's notifications as read, or all up to one. Idempotent. */
export async function markRead(
  { viewer }: Context,
  input: MarkReadInput,
): Promise<Result<MarkReadInput>> {
  if (!viewer) return refuse('signed_out');
  await setRead(db(), viewer.id, input);
  return ok(input);
}

/** Sets for every kind whether the viewer is notified on the site, and by mail. */
export async function setNotificationSettings(
  { viewer }: Context,
  { on }: SettingsInput,
): Promise<Result<{ kinds: number }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const settings = kindsFor(viewer.role).map((kind) => ({
    kind,
    onSite: on.includes(`${kind}.site`),
    byMail: on.includes(`${kind}.mail`),
  }));
  await transaction((tx) => setSettings(tx, viewer.id, settings));
  return ok({ kinds: settings.length });
}

/** Follows or mutes a paper's discussion, or resets it to the default. */
export async function setWatch(
  { viewer }: Context,
  { paperId, watch }: WatchInput,
): Promise<Result<WatchInput>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const set = await keepWatch(db(), viewer.id, paperId, watch);
  return set ? ok({ paperId, watch }) : refuse('not_found');
}

/** Turns off mail of every kind for the user in this token; needs no session. */
export async function unsubscribe(token: string): Promise<Result<{ userId: string }>> {
  const userId = readUnsubscribeToken(token);
  if (!userId) return refuse('not_found');
  await transaction((tx) => stopMail(tx, userId, KIND_NAMES));
  return ok({ userId });
}

/**
 * Mails a user the pending notifications. They are claimed in the transaction that queues the mail,
 * so each is mailed once, whenever the process dies. Too soon after the last mail, it is postponed.
 */
export async function mailNotifications(userId: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const { email, lastAt } = await mailState(tx, userId);
    const dueAt = new Date((lastAt?.getTime() ?? 0) + env().NOTIFICATION_MAIL_PAUSE * 60_000);
    if (lastAt && dueAt > now) return scheduleMail(tx, userId, dueAt);
    const rows = await claimForMail(tx, userId);
    if (!email || rows.length === 0) return;
    const token = unsubscribeToken(userId);
    const notifications = rows.map((row) => ({ ...toNotification(row), html: row.html }));
    await queueMail(tx, notificationsMail({ to: email, token, notifications }));
  });
}

/** Does so for every user whose own job was lost. */
export async function mailOverdueNotifications(): Promise<void> {
  const { NOTIFICATION_MAIL_DELAY, NOTIFICATION_MAIL_PAUSE } = env();
  const minutes = NOTIFICATION_MAIL_DELAY + NOTIFICATION_MAIL_PAUSE + 30;
  for (const userId of await listMailOverdue(db(), minutes)) await mailNotifications(userId);
}
