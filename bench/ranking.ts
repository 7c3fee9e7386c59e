import { join } from 'node:path';
import { closeDatabase, connect, db, setClient } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { listTopic, listTrending, listTrendingAfter, type TrendingKey } from '@/db/queries/feeds';
import { listDrifts } from '@/db/queries/recount';
import { temporaryData } from '@/e2e/support/data-folder';
import { listSummaries } from '@/lib/feeds/summaries';
import { LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { setUpvote } from '@/lib/votes/service';
import { quantile } from './support/quantile';
import { loadRanking, TOPIC, VOTERS, voterId } from './support/ranking/load';
import { blocksOf, describePlans, explaining, faults } from './support/ranking/plans';
import { table } from './support/table';

export const about = 'pages and votes on 10,000 to 1,000,000 papers; [papers]…';

const SIZES = ['10000', '100000', '1000000'];
const ROUNDS = 12;
/** Turns of each kind per round. */
const TURNS = Math.floor((VOTERS - 100) / ROUNDS);
const DEEP = { limit: PAGE_SIZE + 1, offset: (LAST_PAGE - 1) * PAGE_SIZE };
const FIRST = { limit: PAGE_SIZE + 1, offset: 0 };

/** Measured operations by name; each call runs one. */
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
      limitedUntil: null,
      createdAt: new Date(0),
    };
    const result = await setUpvote({ viewer }, { paperId, upvoted });
    if (!result.ok || result.data.upvoted !== upvoted) throw new Error('a vote was refused');
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

/** A site of one size, with its operations and the milliseconds of each turn. */
type Sized = {
  count: number;
  url: string;
  client: ReturnType<typeof connect>;
  work: Work;
  times: Record<string, number[]>;
  /** 8 kB blocks touched by one turn. */
  blocks: Record<string, number>;
  stop(): Promise<void>;
};

/** Runs one turn on each site in turn, so that other load on the machine affects all alike. */
async function timeTurns(sites: Sized[], round: number): Promise<void> {
  for (const name of Object.keys(sites[0]?.work ?? {})) {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const { client, work, times } of sites) {
        setClient(client);
        const started = performance.now();
        await work[name]?.(round * TURNS + turn);
        const taken = performance.now() - started;
        times[name] ??= [];
        // The first round of reads is a warm-up.
        if (round > 0 || name.includes('vote')) times[name].push(taken);
      }
    }
  }
}

/**
 * Explains each operation once, printing the plans on request; returns false if any lacks an index.
 */
async function explain(site: Sized, print: boolean): Promise<boolean> {
  const { client, take } = await explaining(site.url);
  const small = await client.sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and reltuples < 1000`;
  setClient(client);
  let clean = true;
  const seen = new Set<string>();
  for (const [name, run] of Object.entries(site.work)) {
    take();
    await run(VOTERS - 1);
    const explained = take();
    const found = faults(explained, new Set(small.map((row) => row.name)));
    clean &&= found.length === 0;
    site.blocks[name] = blocksOf(explained);
    if (print) {
      const unseen = explained.filter(({ 'Query Text': text }) => !seen.has(text));
      for (const { 'Query Text': text } of explained) seen.add(text);
      const verdict = found.join(', ') || 'by indexes only';
      console.log(`\n--- ${name}: ${explained.length} statements, ${verdict}`);
      console.log(describePlans(unseen));
    }
  }
  await closeDatabase();
  return clean;
}

async function prepare(count: number): Promise<Sized> {
  const data = await temporaryData();
  const folder = join(data.dir, 'data');
  const fast = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '8GB',
  };
  const loading = await startEmbedded(folder, { settings: fast });
  const seconds = await migrate(loading.url).then(() => loadRanking(loading.url, count));
  // Durable, as a site runs it.
  await loading.stop();
  const server = await startEmbedded(folder);
  const client = connect(server.url, { max: 10 });
  setClient(client);
  const [size] = await client.sql`
    select pg_size_pretty(pg_database_size(current_database())) as size,
      (select count(*)::int from upvotes) as upvotes`;
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  const steps = Object.entries(seconds).map(([name, s]) => `${name} ${s.toFixed(1)}`);
  console.log(
    `${count} papers, ${size?.upvotes} upvotes, ${size?.size}, loaded in ${total.toFixed(1)} s (${steps.join(', ')})`,
  );
  const off = await listDrifts(db(), count - 500, count);
  if (off.length > 0) throw new Error(`${off.length} figures are not those of their rows`);
  const stop = async () => {
    await client.sql.end();
    await server.stop();
    await data.remove();
  };
  return { count, url: server.url, client, work: await work(), times: {}, blocks: {}, stop };
}

/**
 * Fills a scratch database for each size and times pages and votes through the site's own code,
 * interleaved, so that other load on the machine affects all sizes alike.
 */
export async function run(sizes: string[]): Promise<void> {
  const sites: Sized[] = [];
  try {
    for (const size of sizes.length > 0 ? sizes : SIZES) sites.push(await prepare(Number(size)));
    for (let round = 0; round < ROUNDS; round++) await timeTurns(sites, round);
    let clean = true;
    for (const [i, site] of sites.entries()) {
      clean = (await explain(site, i === sites.length - 1)) && clean;
    }
    console.log(clean ? '\nEverything goes by indexes.' : '\nNOT everything goes by indexes.');
    report(sites);
  } finally {
    for (const site of sites) await site.stop();
  }
}

function report(sites: Sized[]): void {
  const names = Object.keys(sites[0]?.work ?? {});
  const rows = names.map((name) => {
    const of = sites.map(({ times }) => times[name] ?? []);
    const medians = of.map((times) => quantile(times, 0.5));
    const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    const cells = of.map((t, i) => `${medians[i]?.toFixed(2)} / ${quantile(t, 0.99).toFixed(2)}`);
    return [name, ...cells, ratio.toFixed(2)];
  });
  const touched = names.map((name) => [name, ...sites.map(({ blocks }) => blocks[name] ?? 0)]);
  const head = ['', ...sites.map(({ count }) => String(count)), 'ratio'];
  console.log(
    '\nMilliseconds, median / p99; ratio of the medians of the last size and the first\n',
  );
  console.log(table(head, rows));
  console.log('\nBlocks of 8 kB that one of each touches\n');
  console.log(table(head.slice(0, -1), touched));
}
