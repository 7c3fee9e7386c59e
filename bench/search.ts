import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { stemWords } from '@/db/queries/search';
import { temporaryData } from '@/e2e/support/data-folder';
import { forgetEnv } from '@/lib/base/env';
import { findPapers } from '@/lib/search/find';
import { indexAll } from '@/lib/search/service';
import { Bm25 } from './support/search/bm25';
import { type Collection, readCollection } from './support/search/collection';
import { insertDocuments, stemsOfDocuments } from './support/search/documents';
import { mean, ndcg, recall } from './support/search/measures';
import { measureSpeed } from './support/search/speed';
import { table } from './support/table';

export const about = 'how good and how fast search is; --collection DIR | --size PAPERS';

const DEPTH = 100;

type Run = { ndcg: number; recall: number };

async function judge(collection: Collection, on: Database): Promise<void> {
  const idOf = await insertDocuments(collection, on);
  const nameOf = new Map([...idOf].map(([name, id]) => [id, name]));
  const started = performance.now();
  const papers = await indexAll(on);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${papers} documents indexed in ${seconds.toFixed(1)} s.`);
  const reference = new Bm25(await stemsOfDocuments(collection, on));
  const asked = collection.queries.filter(({ id }) => collection.judged.has(id));
  const runs: { id: string; ours: Run; bm25: Run; ms: number }[] = [];
  for (const { id, text } of asked) {
    const grades = collection.judged.get(id) ?? new Map();
    const measure = (found: string[]): Run => ({
      ndcg: ndcg(found, grades),
      recall: recall(found, grades, DEPTH),
    });
    const begun = performance.now();
    const { ids } = await findPapers({ q: text, limit: DEPTH }, on);
    const ms = performance.now() - begun;
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const stems = (await stemWords(words, on)).flat();
    runs.push({
      id,
      ms,
      ours: measure(ids.map((paper) => nameOf.get(paper) ?? '')),
      bm25: measure(reference.search(stems, DEPTH)),
    });
  }
  const figure = (of: (run: (typeof runs)[number]) => number) => mean(runs.map(of)).toFixed(3);
  const better = runs.filter(({ ours, bm25 }) => ours.ndcg > bm25.ndcg + 1e-9).length;
  const worse = runs.filter(({ ours, bm25 }) => ours.ndcg < bm25.ndcg - 1e-9).length;
  console.log(`${runs.length} judged queries, ${figure(({ ms }) => ms)} ms each on average;`);
  console.log(`by nDCG@10 better than BM25 for ${better}, worse for ${worse}.`);
  const lines = [
    `nDCG@10 ours=${figure(({ ours }) => ours.ndcg)} bm25=${figure(({ bm25 }) => bm25.ndcg)}`,
    `recall@${DEPTH} ours=${figure(({ ours }) => ours.recall)} bm25=${figure(({ bm25 }) => bm25.recall)}`,
  ];
  console.log(lines.join(' '));
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { collection: { type: 'string' }, size: { type: 'string' } },
  });
  if (!values.collection && !values.size) throw new Error(about);
  const data = await temporaryData();
  const server = await startEmbedded(join(data.dir, 'data'));
  process.env.DATABASE_URL = server.url;
  forgetEnv();
  const { sql, db } = connect(server.url, { max: 2 });
  try {
    await migrate(server.url);
    if (values.collection) await judge(readCollection(values.collection), db);
    if (values.size) {
      const { rows, head } = await measureSpeed(server.url, Number(values.size));
      console.log(table(head, rows));
    }
  } finally {
    await sql.end();
    await server.stop();
    await data.remove();
  }
}
