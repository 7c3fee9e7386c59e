import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { temporaryData } from '@/e2e/support/data-folder';
import { forgetEnv } from '@/lib/base/env';
import { randomFrom, shuffled } from '@/lib/taste/model/random';
import { table } from './support/table';
import { judge } from './support/taste/judge';
import { METHODS } from './support/taste/methods';
import { readDays, readHarvest } from './support/taste/papers';
import { inTimeOrder, leaveOneOut, ofTwo } from './support/taste/readers';
import { measureForYou } from './support/taste/speed';

export const about =
  'how well For you finds papers; --data DIR (hf_daily/, arxiv_oai/), --cases N | --size PAPERS --likes N';

/** Measures the site's own code on a database of its own. */
async function measureSpeed(papers: number, likes: number): Promise<void> {
  const data = await temporaryData();
  const server = await startEmbedded(join(data.dir, 'data'));
  process.env.DATABASE_URL = server.url;
  forgetEnv();
  try {
    await migrate(server.url);
    const rows = await measureForYou(server.url, papers, likes);
    console.log(`${papers} papers`);
    console.log(table(['ms', 'p50', 'p99'], rows));
  } finally {
    await server.stop();
    await data.remove();
  }
}

export async function run(args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { data: text, cases: text, size: text, likes: text };
  const { values } = parseArgs({ args, options });
  if (values.size) return measureSpeed(Number(values.size), Number(values.likes ?? 500));
  const data = values.data ?? process.env.TEST_DATA_DIR;
  if (!data) throw new Error(about);
  const days = readDays(join(data, 'hf_daily'));
  const harvest = readHarvest(join(data, 'arxiv_oai'));
  const tasks = {
    'days, leave one out': leaveOneOut(days),
    'days, in time order': inTimeOrder(days),
    'days, two authors': ofTwo(days, 300, 3),
    'harvest, leave one out': leaveOneOut(harvest),
    'harvest, in time order': inTimeOrder(harvest),
  };
  const most = Number(values.cases ?? 300);
  for (const [task, all] of Object.entries(tasks)) {
    const cases = shuffled(all, randomFrom(3)).slice(0, most);
    const rows = Object.entries(METHODS).map(([name, method]) => {
      const { mrr, ndcg } = judge(cases, method);
      return [name, mrr.toFixed(3), ndcg.toFixed(3)];
    });
    console.log(`\n${task}: ${cases.length} of ${all.length} cases`);
    console.log(table(['method', 'MRR', 'nDCG@10'], rows));
  }
}
