import { beforeEach, expect, it } from 'vitest';
import { rawSql, transaction } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { unseal } from '@/lib/mail/seal';
import type { Mail } from '@/lib/mail/types';
import { notify } from '@/lib/notify/notify';
import type { Viewer } from '@/lib/web/types';
import {
  mailNotifications,
  mailOverdueNotifications,
  markRead,
  setNotificationSettings,
  unsubscribe,
} from './service';
import { unsubscribeToken } from './unsubscribe-token';

useTestDatabase();

let reader: Viewer;
beforeEach(async () => {
  await emptyTables('mails', 'notifications');
  reader = await createUser();
  await setNotificationSettings({ viewer: reader }, { on: ['reply.site', 'reply.mail'] });
});

const tell = (more: object = {}) =>
  transaction((tx) =>
    notify(tx, {
      kind: 'reply',
      readers: [reader.id],
      actorId: null,
      cause: `cause ${Math.random()}`,
      ...more,
    }),
  );

const mails = async (): Promise<Mail[]> =>
  (await rawSql()`select id, sealed from mails order by created_at`).map(({ id, sealed }) =>
    JSON.parse(unseal(sealed, id)),
  );

const jobs = () => rawSql()`
  select run_at from graphile_worker.jobs where key = ${`notify:${reader.id}`}`;

it('collects for a quarter of an hour, and sends all in one mail, once', async () => {
  const writer = await createUser({ handle: 'carol' });
  const paper = await createPaper({ title: 'On $L^2$ & <b>norms</b>' });
  const started = Date.now();
  await tell({ paperId: paper.id, actorId: writer.id });
  await tell({ detail: null });
  const waiting = await jobs();
  expect(waiting.length).toBe(1);
  const delay = new Date(waiting[0]?.run_at).getTime() - started;
  expect(Math.round(delay / 60_000)).toBe(15);

  await Promise.all([mailNotifications(reader.id), mailNotifications(reader.id)]);
  await mailNotifications(reader.id);
  const sent = await mails();
  expect(sent).toHaveLength(1);
  const [mail] = sent;
  expect(mail).toMatchObject({ subject: '2 notifications from Papertide', once: true });
  expect(mail?.to).toMatch(/^reader-\d+@example\.org$/);
  expect(mail?.text).toContain('@carol replied to you on “On L^2 & <b>norms</b>”:');
  expect(mail?.html).toContain('@carol replied to you on “On L^2 &amp; &lt;b&gt;norms&lt;/b&gt;”');
  expect(mail?.text).toContain('/settings/notifications');
  expect(mail?.unsubscribe).toContain(encodeURIComponent(unsubscribeToken(reader.id)));
});

it('waits four hours between two mails to one user', async () => {
  await tell();
  await mailNotifications(reader.id);
  await tell();
  await mailNotifications(reader.id);
  expect(await mails()).toHaveLength(1);
  await mailNotifications(reader.id, new Date(Date.now() + 5 * 3_600_000));
  expect(await mails()).toHaveLength(2);
});

it('leaves out what was read, turned off or hidden meanwhile', async () => {
  await tell();
  await markRead({ viewer: reader }, { upTo: Number.MAX_SAFE_INTEGER });
  await mailNotifications(reader.id);
  await tell();
  await setNotificationSettings({ viewer: reader }, { on: ['reply.site'] });
  await mailNotifications(reader.id);
  expect(await mails()).toEqual([]);
});

it('needs an opt-in and a confirmed address', async () => {
  await setNotificationSettings({ viewer: reader }, { on: ['reply.mail'] });
  await rawSql()`update users set email_verified = null where id = ${reader.id}`;
  await tell();
  const silent = await createUser();
  await tell({ readers: [silent.id] });
  expect(
    await rawSql()`select 1 from notifications where mail_pending
      and user_id in (${reader.id}, ${silent.id})`,
  ).toHaveLength(0);
});

it('is sent by the fallback when its job was lost', async () => {
  await tell();
  await rawSql()`update notifications set created_at = now() - interval '5 hours'`;
  await mailOverdueNotifications();
  expect(await mails()).toHaveLength(1);
});

it('is turned off by its own link, for its recipient only', async () => {
  await tell();
  expect(await unsubscribe(`${reader.id}.forged`)).toMatchObject({ reason: 'not_found' });
  expect(await unsubscribe('')).toMatchObject({ reason: 'not_found' });
  expect(await unsubscribe(unsubscribeToken(reader.id))).toMatchObject({ ok: true });
  await mailNotifications(reader.id);
  await tell();
  await mailNotifications(reader.id);
  expect(await mails()).toEqual([]);
  const [row] = await rawSql()`
    select on_site, by_mail from notification_settings
    where user_id = ${reader.id} and kind = 'reply'`;
  expect(row).toMatchObject({ on_site: true, by_mail: false });
});
