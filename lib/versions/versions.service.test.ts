import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listThreadRows } from '@/db/queries/threads';
import { countVersions, listVersions } from '@/db/queries/versions';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { postComment } from '@/lib/comments/service';
import { ingestBatch } from '@/lib/ingest/service';
import { paperRecord } from '@/lib/ingest/testing/record';
import type { PaperRecord } from '@/lib/ingest/types';

useTestDatabase();
beforeEach(() => restartTables('papers', 'users'));

const record = (facts: Partial<PaperRecord>): PaperRecord =>
  paperRecord({
    externalId: '2601.00001',
    title: 'On tides',
    abstract: 'We look at tides.',
    authors: ['Selene Gezeiten'],
    publishedAt: '2026-01-02T00:00:00.000Z',
    withdrawn: false,
    ...facts,
  });
const idOf = async () => (await rawSql()`select id::int from papers`)[0]?.id as number;
const comment = async (paperId: number) => {
  const viewer = await createUser();
  const posted = await postComment(
    { viewer },
    { paperId, markdown: 'A word.', clientKey: randomUUID() },
  );
  if (!posted.ok) throw new Error(posted.reason);
  return posted.data.commentId;
};
const marks = async (ids: number[]) =>
  (await listThreadRows(db(), ids, 5)).map(({ onVersion }) => onVersion);

it('keeps replaced texts, and the discussion', async () => {
  await ingestBatch([record({})]);
  const id = await idOf();
  expect(await countVersions(db(), id)).toBe(0);
  const early = await comment(id);
  expect(await marks([early])).toEqual([null]);
  const revised = { version: 2, revisedAt: '2026-02-01T00:00:00.000Z', title: 'On high tides' };
  await ingestBatch([record(revised)]);
  const late = await comment(id);
  expect(await marks([early, late])).toEqual([1, null]);
  expect(await listVersions(db(), id)).toMatchObject([
    { version: 1, at: '2026-01-02T00:00:00Z', title: 'On tides', abstract: 'We look at tides.' },
    { version: 2, at: '2026-02-01T00:00:00Z', title: 'On high tides' },
  ]);

  // A list of all versions adds those that were never seen here.
  const at = ['2026-01-02', '2026-02-01', '2026-02-15', '2026-03-01'];
  const versions = at.map((day, i) => ({ number: i + 1, at: `${day}T00:00:00.000Z` }));
  const newest = record({
    ...revised,
    version: 4,
    revisedAt: '2026-03-01T00:00:00.000Z',
    versions,
  });
  await ingestBatch([newest]);
  expect((await listVersions(db(), id)).map(({ version, title }) => [version, title])).toEqual([
    [1, 'On tides'],
    [2, 'On high tides'],
    [3, null],
    [4, 'On high tides'],
  ]);
  expect(await countVersions(db(), id)).toBe(4);
  expect(await marks([early, late])).toEqual([1, 2]);
  expect(await ingestBatch([newest])).toMatchObject({ unchanged: 1, updated: 0 });
});

it('dates a comment’s version when none was known', async () => {
  const { id } = await createPaper({ externalId: '2601.00001', version: 0, listed: true });
  const early = await comment(id);
  const late = await comment(id);
  await rawSql()`update comments set created_at = '2026-01-20' where id = ${early}`;
  const versions = [
    { number: 1, at: '2026-01-02T00:00:00.000Z' },
    { number: 2, at: '2026-02-01T00:00:00.000Z' },
  ];
  await ingestBatch([record({ version: 2, versions, revisedAt: '2026-02-01T00:00:00.000Z' })]);
  expect(await marks([early, late])).toEqual([1, null]);
});
