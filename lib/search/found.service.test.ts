import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { paperAuthors } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper } from '@/db/testing/factories';
import type { SearchItem } from '@/lib/programs/api/schema';
import { readSearch } from '@/lib/programs/api/search';
import { listOfSource } from '@/lib/syndication/sources';
import { searchPapers } from './data';
import { matchPapers } from './find';
import { MOST_LISTED, readRequest, searchParams } from './schema';
import { indexAll } from './service';

useTestDatabase();

/**
 * Papers with every combination of four words, so that queries match all of their words, some or
 * none.
 */
async function fill(): Promise<number[]> {
  const words = ['diffusion', 'quantum', 'lattice', 'sampling'];
  const ids: number[] = [];
  for (let n = 0; n < 80; n++) {
    const has = words.filter((_, at) => (n >> at) & 1);
    const { id } = await createPaper({
      title: `${has.join(' ')} study ${n}`,
      abstract: has.length > 2 ? `A ${has.toReversed().join(' and ')} method.` : 'Other things.',
      publishedAt: new Date(Date.UTC(2020 + (n % 7), 0, 1)),
      categories: [n % 2 ? 'cs.LG' : 'math.CO'],
      upvoteCount: n % 3,
      listed: true,
    });
    await db()
      .insert(paperAuthors)
      .values({ paperId: id, position: 0, name: `Ada Name${n % 5}` });
    ids.push(id);
  }
  await indexAll();
  return ids;
}

const QUERIES = [
  'diffusion',
  'diffusion year:2026',
  'xylophone quantum',
  'quantum lattice',
  'quantum lattice sampling diffusion',
  '"quantum and lattice"',
  '"lattice and quantum" diffusion',
  '"sampling lattice side by side" quantum',
  'lattice -diffusion',
  'ada quantum',
  'author:name3 lattice',
  'topic:cs.LG',
  'difusion',
  'the',
  'nothing of this sort',
];
const FILTERS: Record<string, string>[] = [
  {},
  { topic: 'cs.LG' },
  { year: '2021-2023' },
  { upvotes: '2', author: 'name1' },
];
const SORTS = ['', 'date', 'upvotes', 'trending'];

async function walk(given: Record<string, string>) {
  const ids: number[] = [];
  const first = await searchPapers(readRequest(searchParams.parse(given)).request);
  let complete = 0;
  for (let page = 1; ; page++) {
    const read = { ...given, page: String(page) };
    const found = await searchPapers(readRequest(searchParams.parse(read)).request);
    ids.push(...found.papers.map(({ id }) => id));
    complete += found.complete;
    if (!found.more) return { ids, complete, first };
  }
}

describe('the papers found by a search', () => {
  it('are the same for count, pages, feed, export, API and saved searches', async () => {
    const everything = await fill();
    for (const [place, q] of QUERIES.entries()) {
      for (const [at, filters] of FILTERS.entries()) {
        // Each query runs without a filter and with one of the others.
        if (at > 0 && at !== 1 + (place % (FILTERS.length - 1))) continue;
        const given = { q, ...filters, sort: SORTS[at] ?? '' };
        const name = JSON.stringify(given);
        const { ids, complete, first } = await walk(given);
        expect(ids.length, name).toBe(first.all + first.some);
        expect(complete, name).toBe(first.all);
        expect(new Set(ids).size, name).toBe(ids.length);
        const params = { ...given, sort: given.sort || 'relevance' };
        const list = await listOfSource({ kind: 'search', params }, MOST_LISTED);
        expect(list?.ids, name).toEqual(ids);
        const { request } = readRequest(searchParams.parse(given));
        const matched = await matchPapers(request, everything);
        expect(new Set(matched), name).toEqual(new Set(ids.slice(0, complete)));
      }
      const { ids, first } = await walk({ q });
      const reply = await readSearch({ q, limit: 100, sort: 'relevance' });
      const items: SearchItem[] = JSON.parse(reply?.items.join('') ?? '[]');
      expect(items.length, q).toBe(Math.min(100, ids.length));
      expect(items.filter((item) => item.matchesAllWords).length, q).toBe(first.all);
    }
  });
});
