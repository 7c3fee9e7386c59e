import type { Database } from '@/db/client';
import { closeDatabase, connect, db as siteDb } from '@/db/client';
import { findPapers } from '@/lib/search/find';
import { indexAll } from '@/lib/search/service';
import { fillTexts, wordAt } from './texts';

const QUERIES = 200;

/** Queries of one to eight words by how common the words are: their ranks in the vocabulary. */
const KINDS: { name: string; from: number; to: number }[] = [
  { name: 'common', from: 0, to: 40 },
  { name: 'mixed', from: 0, to: 5_000 },
  { name: 'rare', from: 2_000, to: 20_000 },
];
const LENGTHS = [1, 2, 4, 8];

/** A deterministic generator of numbers between 0 and 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const quantile = (sorted: number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);

/**
 * Fills the index with generated papers and measures queries sequentially, with the memory of the
 * index that a site has.
 */
export async function measureSpeed(url: string, papers: number) {
  const { sql, db } = connect(url, { max: 4 });
  try {
    await fillTexts(sql, papers);
    const started = performance.now();
    await indexAll(db);
    const seconds = (performance.now() - started) / 1000;
    await sql`vacuum analyze`;
    const [size] = await sql<{ index: string; papers: string }[]>`
      select pg_size_pretty(pg_total_relation_size('search_postings')) as index,
        pg_size_pretty(pg_total_relation_size('papers')) as papers`;
    console.log(
      `${papers} papers indexed in ${seconds.toFixed(0)} s (${Math.round(papers / seconds)} a second); postings take ${size?.index}, papers ${size?.papers}.`,
    );
    return { head: ['words', 'kind', 'p50 ms', 'p99 ms'], rows: await measureKinds(siteDb()) };
  } finally {
    await Promise.all([closeDatabase(), sql.end()]);
  }
}

async function measureKinds(on: Database): Promise<string[][]> {
  const rows: string[][] = [];
  const all: number[] = [];
  const next = random(7);
  for (const length of LENGTHS) {
    for (const { name, from, to } of KINDS) {
      const times: number[] = [];
      for (let n = 0; n < QUERIES; n++) {
        const words = Array.from({ length }, () => wordAt(from + Math.floor(next() * (to - from))));
        const begun = performance.now();
        await findPapers({ q: words.join(' '), limit: 25 }, on);
        times.push(performance.now() - begun);
      }
      all.push(...times);
      times.sort((a, b) => a - b);
      rows.push([String(length), name, quantile(times, 0.5), quantile(times, 0.99)]);
    }
  }
  all.sort((a, b) => a - b);
  rows.push(['1 to 8', 'all', quantile(all, 0.5), quantile(all, 0.99)]);
  return rows;
}
