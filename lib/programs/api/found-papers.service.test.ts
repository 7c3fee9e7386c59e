import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rawSql } from '@/db/client';
import { listApiPapers } from '@/db/queries/api-papers';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetRemembered } from '@/lib/base/remembered';
import { markable, markedParts } from '@/lib/search/highlight';
import { keepWithStems } from '@/lib/search/stems';
import { setUpvote } from '@/lib/votes/service';
import { itemOf, listFoundPapers } from './found-papers';
import { submitter, toItem } from './papers';

useTestDatabase();

beforeEach(() => {
  forgetRemembered();
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
});
afterEach(() => void vi.restoreAllMocks());

/** Milliseconds by which the cache's clock is ahead. */
let ahead = 0;
const later = async (seconds: number) => {
  ahead += seconds * 1_000;
  // The cache reads its clock once in a millisecond.
  await setTimeout(3);
};

async function read(ids: number[]) {
  const found = await listFoundPapers(ids);
  return ids.map((id) => {
    const paper = found.get(id);
    return paper ? JSON.parse(itemOf(paper, new Set(['diffus']), true)).paper : null;
  });
}

it('shows a vote after five seconds, and keeps what has not changed', async () => {
  const [voted, other] = [
    await createPaper({ listed: true, title: 'Diffusion' }),
    await createPaper({ listed: true, title: 'Flows' }),
  ];
  const ids = [voted.id, other.id];
  expect((await read(ids)).map((paper) => paper.upvotes)).toEqual([0, 0]);
  const kept = (await listFoundPapers(ids)).get(other.id);
  await setUpvote(
    { viewer: await createUser(), network: null },
    { paperId: voted.id, upvoted: true },
  );
  await later(6);
  expect((await read(ids)).map((paper) => paper.upvotes)).toEqual([1, 0]);
  expect((await listFoundPapers(ids)).get(other.id)).toBe(kept);
  // Each change of the row shows, whatever wrote it and however often.
  for (const title of ['Diffusion models', 'Diffusion again', 'Diffusion models']) {
    await rawSql()`update papers set title = ${title} where id = ${voted.id}`;
    await later(6);
    expect((await read(ids)).map((paper) => paper.title)).toEqual([title, 'Flows']);
  }
  await rawSql()`update papers set removed_at = now(), trending = null where id = ${voted.id}`;
  await later(6);
  expect((await read(ids)).map((paper) => paper?.title)).toEqual([undefined, 'Flows']);
});

it('reads a paper again after half a minute, for what its row does not say', async () => {
  const { id } = await createPaper({ listed: true, title: 'Diffusion' });
  const names = async () => (await read([id]))[0].authors.map(({ name }: { name: string }) => name);
  const before = await names();
  await rawSql()`delete from paper_authors where paper_id = ${id}`;
  await rawSql()`insert into paper_authors (paper_id, position, name) values (${id}, 0, 'Ada')`;
  await later(6);
  expect(await names()).toEqual(before);
  await later(30);
  expect(await names()).toEqual(['Ada']);
});

const TITLES = [
  'Diffusing “models” of $\\alpha$',
  '拡散 and diffusion 😀',
  'A \\ "quoted" title\tof 1',
];
const ABSTRACTS = [
  '',
  'Diffusion models diffuse.\nThey \u0001 attend to ½ of C:\\all; 注意 “attention” of Poincaré’s.',
  'a diffusion '.repeat(1_500),
];

it('writes what JSON would be of each paper with its marks', async () => {
  const ids: number[] = [];
  for (const title of TITLES) {
    for (const abstract of ABSTRACTS) {
      const paper = { listed: true, title, abstract, summary: 'Of its own: diffusion' };
      ids.push((await createPaper(paper)).id);
    }
  }
  const [rows, found] = [await listApiPapers(ids), await listFoundPapers(ids)];
  for (const wanted of [[], ['diffus'], ['diffus', 'model', 'attent', '注意', 'poincar', '1']]) {
    const marked = async (text: string) => {
      const words = new Set(await keepWithStems(markable(text), wanted));
      return markedParts(text, words).map(({ text, isMarked }) => ({
        type: isMarked ? 'highlight' : 'text',
        text,
      }));
    };
    const plain = rows.map(async (row, at) => ({
      ...toItem(row),
      ...(row.feedDay !== null && { submittedBy: submitter(row) }),
      upvoted: false,
      matchesAllWords: at % 2 === 0,
      highlightedTitle: await marked(row.title),
      highlightedSummary: await marked(row.abstract),
    }));
    const items = ids.flatMap((id, at) => {
      const paper = found.get(id);
      return paper ? [itemOf(paper, new Set(wanted), at % 2 === 0)] : [];
    });
    expect(items).toEqual((await Promise.all(plain)).map((item) => JSON.stringify(item)));
  }
});
