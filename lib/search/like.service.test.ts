import { beforeAll, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listMarks } from '@/db/queries/saved-searches';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import type { SearchItem } from '@/lib/programs/api/schema';
import { readSearch, searchQuery } from '@/lib/programs/api/search';
import { saveInput } from '@/lib/searches/schema';
import { saveSearch } from '@/lib/searches/service';
import { searchPapers } from './data';
import { findPapers, matchPapers } from './find';
import { readRequest, searchParams } from './schema';
import { indexAll } from './service';

useTestDatabase();

const FLOWS = [
  'Rectified flow matching for image generation',
  'Flow matching generative models of images',
  'Image generation by matching rectified flows, faster',
];
const OTHERS = [
  'Theorem proving in Lean by language models',
  'Dexterous manipulation of humanoid robots',
  'Sparse attention for long contexts',
];

let flows: number[];
beforeAll(async () => {
  const make = async (title: string, at: number) =>
    createPaper({
      title,
      abstract: `We study ${title.toLowerCase()} and show that it works.`,
      slug: `2407.1000${at}`,
      externalId: `2407.1000${at}`,
      source: 'arxiv',
      listed: true,
      submittedAt: new Date(),
      publishedAt: new Date(Date.UTC(2024, at, 1)),
      categories: [at === 1 ? 'cs.CV' : 'cs.LG'],
    });
  const papers = [];
  for (const [at, title] of [...FLOWS, ...OTHERS].entries()) papers.push(await make(title, at));
  flows = papers.slice(0, FLOWS.length).map(({ id }) => id);
  await indexAll();
});

const find = async (q: string, more: object = {}) =>
  (await findPapers({ q, limit: 10, ...more })).ids;

describe('like: in a query', () => {
  it.each([
    'like:2407.10000',
    'LIKE:arXiv:2407.10000v2',
    'like: 2407.10000',
    'like:"2407.10000"',
    'like:https://arxiv.org/abs/2407.10000',
    'like:https://papers.example.org/papers/2407.10000',
  ])('%s finds similar papers, without that one', async (q) => {
    expect(new Set(await find(q))).toEqual(new Set(flows.slice(1)));
  });

  it('finds papers similar to one of several, most similar first', async () => {
    expect(await find('like:2407.10000 like:2407.10001')).toEqual([flows[2]]);
    const [first, second] = await find('like:2407.10000');
    const pages = [
      ...(await find('like:2407.10000', { limit: 1 })),
      ...(await find('like:2407.10000', { limit: 1, offset: 1 })),
    ];
    expect(pages).toEqual([first, second]);
  });

  it('can be combined with words, operators, filters and sorting', async () => {
    expect(await find('like:2407.10000 faster')).toEqual([flows[2]]);
    expect(await find('like:2407.10000 -faster')).toEqual([flows[1]]);
    expect(await find('like:2407.10000 topic:cs.CV')).toEqual([flows[1]]);
    expect(await find('like:2407.10000', { sort: 'date' })).toEqual([flows[2], flows[1]]);
    expect(await find('like:2407.10000 sparse')).toEqual([]);
  });

  it('finds nothing for an unknown paper, and treats anything else as a word', async () => {
    expect(await find('like:2407.99999')).toEqual([]);
    expect(await find('like:sparse')).toHaveLength(1);
  });

  it('follows a duplicate to the paper that it was merged into', async () => {
    const double = await createPaper({ slug: '2407.20000', externalId: '2407.20000' });
    await rawSql()`update papers set merged_into = ${flows[0] ?? 0}, removed_at = now()
      where id = ${double.id}`;
    expect(new Set(await find('like:2407.20000'))).toEqual(new Set(flows.slice(1)));
  });

  it('is the same on the page, in the API, and in marks of a saved search', async () => {
    const q = 'like:2407.10000';
    const ids = await find(q);
    const page = await searchPapers(readRequest(searchParams.parse({ q })).request);
    expect(page.papers.map(({ id }) => id)).toEqual(ids);
    expect(page).toMatchObject({ all: 2, some: 0, complete: 2 });
    expect(page.like).toEqual([{ slug: '2407.10000', title: FLOWS[0] }]);
    const api = await readSearch(searchQuery.parse({ q }));
    const items: SearchItem[] = JSON.parse(api?.items.join('') ?? '[]');
    expect(items.map(({ matchesAllWords }) => matchesAllWords)).toEqual([true, true]);
    expect(await matchPapers({ q }, flows)).toEqual(flows.slice(1));
    const reader = await createUser();
    const saved = await saveSearch(
      { viewer: reader },
      saveInput.parse({ name: 'Like flows', query: `q=${q}` }),
    );
    expect(saved.ok).toBe(true);
    const marks = await listMarks(db(), reader.id, flows);
    expect(marks.map(({ paperId }) => paperId).sort()).toEqual(flows.slice(1).sort());
  });
});
