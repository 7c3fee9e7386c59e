import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { countWaiting } from '@/db/queries/desk';
import { writeLog } from '@/db/queries/moderation';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { appealAct } from '@/lib/appeals/service';
import { claimAuthor, contestClaim } from '@/lib/claims/service';
import { getNotificationSettings, getNotifications } from '@/lib/notifications/data';
import { mailNotifications, markRead, setNotificationSettings } from '@/lib/notifications/service';
import { requestOrganization } from '@/lib/organizations/service';
import { report } from '@/lib/reports/service';
import type { Viewer } from '@/lib/web/types';
import { notifyModerators } from './desk';

useTestDatabase();

let moderator: Viewer;
let admin: Viewer;
let reader: Viewer;
beforeEach(async () => {
  await emptyTables('users', 'papers', 'organizations', 'moderation_log', 'mails');
  moderator = await createUser({ role: 'moderator' });
  admin = await createUser({ role: 'admin' });
  reader = await createUser();
});

const notificationsOf = async ({ id }: Viewer) =>
  (await getNotifications(id, null)).notifications.map(({ says, leadsTo }) => [says, leadsTo]);

async function claimed(by: Viewer) {
  const paper = await createPaper({ listed: true });
  await rawSql()`insert into paper_authors (paper_id, position, name) values (${paper.id}, 0, 'A')`;
  await claimAuthor({ viewer: by }, { paper: paper.slug, position: 0, words: '' });
  return paper;
}

const QUEUES: Record<string, [string, (by: Viewer) => Promise<unknown>]> = {
  reports: [
    '/moderation/reports',
    async (viewer) =>
      report({ viewer }, { paper: (await createPaper()).slug, reason: 'spam', words: '' }),
  ],
  claims: ['/moderation/claims', claimed],
  contests: [
    '/moderation/claims',
    async (viewer) => {
      const holder = await createUser();
      const paper = await createPaper({ listed: true });
      await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
        values (${paper.id}, 0, 'A', ${holder.id}, 'verified')`;
      await rawSql()`insert into author_claims (paper_id, position, name, user_id, status)
        values (${paper.id}, 0, 'A', ${holder.id}, 'verified')`;
      const handle = holder.handle ?? '';
      await contestClaim({ viewer }, { paper: paper.slug, handle, words: 'Somebody else.' });
    },
  ],
  appeals: [
    '/moderation/appeals',
    async (viewer) => {
      const entry = { actorId: null, action: 'warn_reader', reason: 'A test.' } as const;
      const id = await transaction((tx) => writeLog(tx, { ...entry, userId: viewer.id }));
      await appealAct({ viewer }, { entry: id, words: 'I did not.' });
    },
  ],
  organizations: [
    '/moderation/organizations',
    async (viewer) => {
      const slug = `lab-${randomUUID().slice(0, 8)}`;
      await rawSql()`insert into organizations (slug, name) values (${slug}, ${slug})`;
      await requestOrganization({ viewer }, { slug, words: 'It is ours.' });
    },
  ],
};

it.each(Object.entries(QUEUES))(
  '%s notify every moderator, and are counted',
  async (_, [path, act]) => {
    await act(reader);
    expect(await countWaiting(db(), 100)).toBe(1);
    for (const viewer of [moderator, admin]) {
      expect((await notificationsOf(viewer)).map(([, leadsTo]) => leadsTo)).toEqual([path]);
    }
    expect(await notificationsOf(reader)).toEqual([]);
  },
);

it('waiting submissions link to their page', async () => {
  await transaction((tx) => notifyModerators(tx, 'submissions', reader.id));
  expect(await notificationsOf(moderator)).toEqual([
    ['New submissions wait for a moderator', '/moderation/submissions'],
  ]);
});

it('a flood is one line and one mail, until it is read', async () => {
  await setNotificationSettings({ viewer: moderator }, { on: ['desk.site', 'desk.mail'] });
  const flood = async () => {
    for (let n = 0; n < 30; n++) await QUEUES.reports?.[1](await createUser());
  };
  await flood();
  expect(await notificationsOf(moderator)).toHaveLength(1);
  await mailNotifications(moderator.id);
  await flood();
  await mailNotifications(moderator.id);
  expect(await notificationsOf(moderator)).toHaveLength(1);
  expect(await rawSql()`select 1 from mails`).toHaveLength(1);
  await markRead({ viewer: moderator }, { upTo: Number.MAX_SAFE_INTEGER });
  await flood();
  expect(await notificationsOf(moderator)).toHaveLength(2);
  expect(await countWaiting(db(), 100)).toBe(90);
});

it('is neither offered to members nor turned off by their other settings', async () => {
  const kinds = async (viewer: Viewer) =>
    (await getNotificationSettings(viewer)).map(({ kind }) => kind);
  expect(await kinds(reader)).not.toContain('desk');
  expect(await kinds(moderator)).toContain('desk');
  await setNotificationSettings({ viewer: reader }, { on: [] });
  await rawSql()`update users set role = 'moderator' where id = ${reader.id}`;
  await QUEUES.reports?.[1](await createUser());
  expect(await notificationsOf(reader)).toHaveLength(1);
});

it('skips moderators who are banned or caused it', async () => {
  const banned = await createUser({ role: 'moderator', banned: true });
  await QUEUES.reports?.[1](moderator);
  expect(await notificationsOf(banned)).toEqual([]);
  expect(await notificationsOf(moderator)).toEqual([]);
  expect(await notificationsOf(admin)).toHaveLength(1);
});
