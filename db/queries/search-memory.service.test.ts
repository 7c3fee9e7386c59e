import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect, db } from '@/db/client';
import * as queries from '@/db/queries/search';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper } from '@/db/testing/factories';
import { findPapers } from '@/lib/search/find';
import { IndexReader } from '@/lib/search/index-reader';
import { blockOf } from '@/lib/search/postings';
import { rebuildIndex } from '@/lib/search/rebuild';
import { indexAll } from '@/lib/search/service';
import { findSimilar } from '@/lib/search/similar';

const url = useTestDatabase();

const WORDS = `diffusion quantum lattice sampling attention sparse retrieval graph policy robust
  kv cache kvcache models`.split(/\s+/);
/** From a fixed formula, so that each run has the same papers. */
const textOf = (seed: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => WORDS[(seed * 7 + at * at * (seed % 11)) % WORDS.length],
  );

const ids: number[] = [];
/** Another process: it keeps nothing, and writes the index without this one's knowledge. */
let other: ReturnType<typeof connect>;

beforeAll(async () => {
  other = connect(url());
  for (let n = 0; n < 60; n++) {
    // Three times across the border of two blocks.
    if (n % 20 === 0) await other.sql`select setval('papers_id_seq', ${n * 410 + 4_086})`;
    const { id } = await createPaper({
      title: textOf(n, 4).join(' '),
      abstract: textOf(n + 100, 30).join(' '),
      publishedAt: new Date(Date.UTC(2015 + (n % 9), 0, 1)),
      categories: [n % 2 ? 'cs.LG' : 'math.CO'],
    });
    ids.push(id);
  }
  await indexAll(other.db);
});
afterAll(() => other.sql.end());

const word = fc.constantFrom(...WORDS, 'difusion', 'kvcach', 'unknown', 'the');
const part = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`) },
  { weight: 1, arbitrary: word.map((one) => `-${one}`) },
  { weight: 1, arbitrary: fc.constantFrom('year:2018', 'topic:cs.LG', 'author:ada') },
);
const search = fc.record({
  q: fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' ')),
  sort: fc.constantFrom('relevance' as const, 'date' as const),
  limit: fc.constantFrom(5, 50),
  offset: fc.constantFrom(0, 3),
});

/** Throws unless searches with memory find what searches without it do. */
const compare = (numRuns = 20) =>
  fc.assert(
    fc.asyncProperty(search, async (one) => {
      expect(await findPapers(one, db())).toEqual(await findPapers(one, other.db));
      // Now from memory.
      expect(await findPapers(one, db())).toEqual(await findPapers(one, other.db));
    }),
    { numRuns, seed: 41 },
  );

describe('searches from memory', () => {
  it('find the same in the same order', () => compare(60));

  it('find similar papers in the same order', async () => {
    for (const id of ids.slice(0, 10)) {
      const similar = await findSimilar(id, 8, other.db);
      expect(await findSimilar(id, 8, db())).toEqual(similar);
      expect(await findSimilar(id, 8, db())).toEqual(similar);
    }
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'is edited',
      () => other.sql`update papers set title = 'Quantum quantum cache' where id = ${ids[3] ?? 0}`,
    ],
    // The stems are the same, and the word vectors are not.
    [
      'has a word in another form',
      () =>
        other.sql`update papers set title = replace(title, 'models', 'modeling'), abstract = replace(abstract, 'models', 'modeling') where id % 3 = 0`,
    ],
    ['is hidden', () => other.sql`update papers set removed_at = now() where id = ${ids[5] ?? 0}`],
    [
      'is shown again',
      () => other.sql`update papers set removed_at = null where id = ${ids[5] ?? 0}`,
    ],
    [
      'is merged',
      () =>
        other.sql`update papers set removed_at = now(), merged_into = ${ids[8] ?? 0} where id = ${ids[7] ?? 0}`,
    ],
    ['is new', () => createPaper({ title: 'Sparse quantum policy', abstract: 'Robust lattice.' })],
  ])('find the same after a paper %s elsewhere', async (_, change) => {
    await compare(10);
    await change();
    await indexAll(other.db);
    await compare();
  });

  it('read only the blocks again that have changed', async () => {
    await compare(10);
    await findPapers({ q: 'quantum lattice', limit: 5 });
    const changed = ids[45] ?? 0;
    await other.sql`update papers set title = 'Quantum lattice graph' where id = ${changed}`;
    await indexAll(other.db);
    const reads = vi.spyOn(queries, 'listPostings');
    await findPapers({ q: 'quantum lattice', limit: 5 });
    const all = reads.mock.calls.filter(([terms]) => terms.includes('quantum'));
    reads.mockRestore();
    expect(all.map(([, , blocks]) => blocks)).toEqual([[blockOf(changed)]]);
    await compare();
  });

  it('find the same after the index was rebuilt', async () => {
    await compare(10);
    await rebuildIndex(url());
    await compare();
  });

  it('find what a running search read under an older version no longer', async () => {
    const before = await IndexReader.open(db());
    await other.sql`update papers set title = 'Entropy of lattices' where id = ${ids[11] ?? 0}`;
    await indexAll(other.db);
    await IndexReader.open(db());
    await before.postings(['entropi']);
    const now = await IndexReader.open(db());
    expect((await now.postings(['entropi'])).get('entropi')?.papers).toBe(1);
  });

  it('read the index itself within a transaction', async () => {
    const undone = db().transaction(async (tx) => {
      await tx.execute(sql`update search_terms set papers = 77 where term = 'quantum'`);
      const index = await IndexReader.open(tx);
      expect((await index.papers(['quantum'])).get('quantum')).toBe(77);
      tx.rollback();
    });
    await expect(undone).rejects.toThrow('Rollback');
    const index = await IndexReader.open(db());
    expect((await index.papers(['quantum'])).get('quantum')).toBeLessThan(77);
  });
});
