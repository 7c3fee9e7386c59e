import { join } from 'node:path';
import { closeDatabase, db, rawSql, setClient } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { listTopic, listTrending, listTrendingAfter, type TrendingKey } from '@/db/queries/feeds';
import { listDrifts } from '@/db/queries/recount';
import { temporaryData } from '@/e2e/support/data-folder';
import { forgetEnv } from '@/lib/env';
import { listSummaries } from '@/lib/papers/data';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { setUpvote } from '@/lib/votes/service';
import { loadRanking, TOPIC, VOTERS, voterId } from './support/ranking/load';
import { describePlans, explaining, faults } from './support/ranking/plans';
import { table } from './support/table';

export const about = 'pages and votes on 10,000 to 1,000,000 papers; [papers]…';

const SIZES = ['10000', '100000', '1000000'];
const PAGES = 300;
const VOTES = VOTERS - 100;
const DEEP = { limit: PAGE_SIZE + 1, offset: (LAST_PAGE - 1) * PAGE_SIZE };
const FIRST = { limit: PAGE_SIZE + 1, offset: 0 };

/** What is measured, by its name; each call does it once. */
type Work = Record<string, (turn: number) => Promise<unknown>>;

const shown = (ids: number[]) => listSummaries(ids.slice(0, PAGE_SIZE));

async function work(): Promise<Work> {
  const byKey = async (key: TrendingKey | null) =>
    shown((await listTrendingAfter(key, FIRST.limit)).map(({ id }) => id));
  const before = await listTrendingAfter(null, DEEP.offset);
  const key = before.at(-1) ?? null;
  const voted = before.slice(0, 1_000);
  const vote = (upvoted: boolean) => async (turn: number) => {
    const paperId = voted[(turn * 7919) % voted.length]?.id ?? 0;
    const viewer = {
      id: voterId(turn),
      handle: 'voter',
      name: null,
      role: 'member' as const,
      banned: false,
      createdAt: new Date(0),
    };
    const result = await setUpvote({ viewer }, { paperId, upvoted });
    if (!result.ok || result.data.upvoted !== upvoted) throw new Error('a vote was not taken');
  };
  return {
    'first page, which papers': () => listTrendingAfter(null, FIRST.limit),
    'first page, with its rows': () => byKey(null),
    '100th page by key, which papers': () => listTrendingAfter(key, FIRST.limit),
    '100th page by key, with its rows': () => byKey(key),
    '100th page by number, with its rows': async () => shown(await listTrending(DEEP)),
    'first page of a topic': async () => shown(await listTopic(TOPIC, 'trending', FIRST)),
    '100th page of a topic': async () => shown(await listTopic(TOPIC, 'trending', DEEP)),
    'one vote': vote(true),
    'one vote taken back': vote(false),
  };
}

type Figures = { median: number; p99: number };

async function time(name: string, run: Work[string]): Promise<Figures> {
  const turns = name.includes('vote') ? VOTES : PAGES;
  if (!name.includes('vote')) for (let turn = 0; turn < 30; turn++) await run(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const started = performance.now();
    await run(turn);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}

/** Explains each kind of work once; true when all of it goes by indexes. */
async function explain(url: string): Promise<boolean> {
  const { client, take } = await explaining(url);
  const small = await client.sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and reltuples < 1000`;
  setClient(client);
  let clean = true;
  const seen = new Set<string>();
  for (const [name, run] of Object.entries(await work())) {
    take();
    await run(VOTERS - 1);
    const explained = take();
    const found = faults(explained, new Set(small.map((row) => row.name)));
    const plans = describePlans(explained.filter(({ 'Query Text': text }) => !seen.has(text)));
    for (const { 'Query Text': text } of explained) seen.add(text);
    console.log(
      `\n--- ${name}: ${explained.length} statements, ${found.join(', ') || 'by indexes only'}`,
    );
    console.log(plans);
    clean &&= found.length === 0;
  }
  await closeDatabase();
  return clean;
}

async function measureSize(count: number, withPlans: boolean): Promise<Record<string, Figures>> {
  const data = await temporaryData();
  const folder = join(data.dir, 'data');
  const fast = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '8GB',
  };
  let server = await startEmbedded(folder, { settings: fast });
  try {
    await migrate(server.url);
    const seconds = await loadRanking(server.url, count);
    const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
    const steps = Object.entries(seconds).map(([name, s]) => `${name} ${s.toFixed(1)}`);
    // As a site runs it: durable.
    await server.stop();
    server = await startEmbedded(folder);
    process.env.DATABASE_URL = server.url;
    forgetEnv();
    const [size] = await rawSql()`
      select pg_size_pretty(pg_database_size(current_database())) as size,
        (select count(*)::int from upvotes) as upvotes`;
    console.log(
      `\n${count} papers, ${size?.upvotes} upvotes, ${size?.size}, loaded in ${total.toFixed(1)} s (${steps.join(', ')})`,
    );
    const off = await listDrifts(db(), count - 500, count);
    if (off.length > 0) throw new Error(`${off.length} figures are not those of their rows`);
    const figures: Record<string, Figures> = {};
    for (const [name, run] of Object.entries(await work())) figures[name] = await time(name, run);
    await closeDatabase();
    if (withPlans) {
      const clean = await explain(server.url);
      console.log(clean ? '\nEverything goes by indexes.' : '\nNOT everything goes by indexes.');
    }
    return figures;
  } finally {
    await closeDatabase();
    await server.stop();
    await data.remove();
  }
}

/** Fills a scratch database for each size and times pages and votes through the site's own code. */
export async function run(sizes: string[]): Promise<void> {
  const counts = (sizes.length > 0 ? sizes : SIZES).map(Number);
  const all: Record<string, Figures>[] = [];
  for (const [i, count] of counts.entries()) {
    all.push(await measureSize(count, i === counts.length - 1));
  }
  const [smallest, largest] = [all[0] ?? {}, all.at(-1) ?? {}];
  const ms = ({ median, p99 }: Figures) => `${median.toFixed(2)} / ${p99.toFixed(2)}`;
  const rows = Object.keys(smallest).map((name) => [
    name,
    ...all.map((figures) => ms(figures[name] as Figures)),
    ((largest[name]?.median ?? 0) / (smallest[name]?.median ?? 1)).toFixed(2),
  ]);
  console.log(
    '\nMilliseconds, median / p99; ratio of the medians of the last size and the first\n',
  );
  console.log(table(['', ...counts.map(String), 'ratio'], rows));
}
