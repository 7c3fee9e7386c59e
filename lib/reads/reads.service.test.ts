import { beforeEach, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { movePaperInto } from '@/db/queries/merging';
import { countUnreadIn } from '@/db/queries/reads';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { getPaperOverlays } from '@/lib/votes/data';
import { setRead } from './service';

useTestDatabase();
beforeEach(() => restartTables('papers', 'users'));

const readBy = async (viewer: { id: string }, ids: number[]) =>
  (await getPaperOverlays(viewer.id, ids)).read;

it('marks papers as read and unread for one user, any number of times', async () => {
  const [viewer, other] = [await createUser(), await createUser()];
  const [one, two] = [await createPaper({ listed: true }), await createPaper()];
  const papers = [one.id, two.id, 999_999];
  for (const _ of ['once', 'again']) {
    expect(await setRead({ viewer }, { papers, read: true })).toMatchObject({ ok: true });
  }
  expect((await readBy(viewer, papers)).toSorted()).toEqual([one.id, two.id].toSorted());
  expect(await readBy(other, papers)).toEqual([]);
  for (const _ of ['once', 'again']) await setRead({ viewer }, { papers: [one.id], read: false });
  expect(await readBy(viewer, papers)).toEqual([two.id]);
});

it.each([
  ['a visitor', null, 'signed_out'],
  ['a banned user', { banned: true }, 'banned'],
] as const)('refuses %s', async (_, facts, reason) => {
  const viewer = facts && (await createUser(facts));
  const paper = await createPaper();
  const result = await setRead({ viewer }, { papers: [paper.id], read: true });
  expect(result).toMatchObject({ ok: false, reason });
});

it('moves along with a merged paper, and goes with the account', async () => {
  const viewer = await createUser();
  const [from, into] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  await setRead({ viewer }, { papers: [from.id], read: true });
  await transaction((tx) => movePaperInto(tx, { from: from.id, into: into.id }));
  expect(await readBy(viewer, [from.id, into.id])).toEqual([into.id]);
  await rawSql()`delete from users where id = ${viewer.id}`;
  expect(await rawSql()`select from paper_reads`).toHaveLength(0);
});

it('counts what is unread in a collection', async () => {
  const viewer = await createUser();
  const papers = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  const [list] = await rawSql()`
    insert into collections (key, owner_id, name, visibility)
    values ('abcdefghijkl', ${viewer.id}, 'Reading list', 'private') returning id::int`;
  for (const [place, { id }] of papers.entries()) {
    await rawSql()`insert into collection_papers (collection_id, paper_id, position)
      values (${list?.id}, ${id}, ${place})`;
  }
  expect(await countUnreadIn(db(), viewer.id, list?.id)).toBe(2);
  await setRead({ viewer }, { papers: [papers[0]?.id ?? 0], read: true });
  expect(await countUnreadIn(db(), viewer.id, list?.id)).toBe(1);
});
