import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { postComment } from '@/lib/comments/service';
import type { Viewer } from '@/lib/web/types';
import { banInput } from './schema';
import { banReader, endBans, hideComment, restoreComment, unbanReader } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'moderation_log'));

const reason = 'Adverts under every paper.';

/** Comments of an author: just now, 3 days and 40 days old; another one is already hidden. */
async function scene() {
  const [viewer, author] = [await createUser({ role: 'moderator' }), await createUser()];
  const paper = await createPaper({ listed: true });
  const write = async (by: Viewer, daysAgo: number) => {
    const words = { paperId: paper.id, markdown: 'Buy.', clientKey: randomUUID() };
    const written = await postComment({ viewer: by }, words);
    if (!written.ok) throw new Error(written.reason);
    const id = written.data.commentId;
    await rawSql()`update comments set created_at = now() - make_interval(days => ${daysAgo})
      where id = ${id}`;
    return id;
  };
  const [now, recent, old, hidden] = [
    await write(author, 0),
    await write(author, 3),
    await write(author, 40),
    await write(author, 0),
  ];
  await write(await createUser(), 0);
  await hideComment({ viewer }, { id: hidden, reason });
  const by = { handle: author.handle ?? '', reason };
  return { viewer, author, now, recent, old, hidden, by };
}
const hiddenIds = async () =>
  (await rawSql()`select id::int from comments where hidden_at is not null order by id`).map(
    ({ id }) => id,
  );
const lastDetails = async () =>
  (
    await rawSql()`select details from moderation_log where action = 'ban_reader'
    order by id desc limit 1`
  )[0]?.details;

it.each([
  ['', []],
  ['1', ['now']],
  ['7', ['now', 'recent']],
  ['all', ['now', 'recent', 'old']],
] as const)(
  'a ban with hide=%j hides %j, in its log entry, until it is lifted',
  async (hide, which) => {
    const made = await scene();
    const ids = which.map((name) => made[name]);
    const input = banInput.parse({ ...made.by, hide });
    expect(await banReader({ viewer: made.viewer }, input)).toMatchObject({ ok: true });
    expect(await hiddenIds()).toEqual([...ids, made.hidden].sort((a, b) => a - b));
    expect((await lastDetails())?.hidden).toBe(ids.length || undefined);
    expect(await allDrifts()).toEqual([]);
    await unbanReader({ viewer: made.viewer }, made.by);
    expect(await hiddenIds()).toEqual([made.hidden]);
    expect(await allDrifts()).toEqual([]);
  },
);

it('the end of a ban restores them, but not those hidden separately meanwhile', async () => {
  const { viewer, author, now, recent, hidden, by } = await scene();
  await banReader({ viewer }, { ...by, days: 1, hide: 7 });
  await restoreComment({ viewer }, { id: now, reason });
  await hideComment({ viewer }, { id: now, reason });
  await rawSql()`update users set banned_until = now() where id = ${author.id}`;
  expect(await endBans(author.id)).toBe(1);
  expect(await hiddenIds()).toEqual([now, hidden].sort((a, b) => a - b));
  expect(await hiddenIds()).not.toContain(recent);
});

it('comments of an already banned user can be hidden, idempotently', async () => {
  const { viewer, by } = await scene();
  await banReader({ viewer }, by);
  await banReader({ viewer }, { ...by, hide: 'all' });
  await banReader({ viewer }, { ...by, hide: 'all' });
  expect(await hiddenIds()).toHaveLength(4);
  expect(await rawSql()`select 1 from moderation_log where action = 'ban_reader'`).toHaveLength(2);
  await unbanReader({ viewer }, by);
  expect(await hiddenIds()).toHaveLength(1);
});
