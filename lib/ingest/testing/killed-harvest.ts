import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connect } from '@/db/client';
import { releaseJobsOfDead } from '@/db/queries/job-runners';
import { enqueue } from '@/lib/base/enqueue';
import { harvestArxiv } from '../harvest';

type Options = {
  url: string;
  /** How often to kill a worker in the middle of a harvest. */
  kills: number;
  /** From 0 to 1. */
  random: () => number;
  onHarvest?: (same: boolean) => void;
};

/** Longest time until a worker is killed after its run has started, in milliseconds. */
const LONGEST_LIFE = 1_000;

/**
 * Kills workers with SIGKILL during harvests, `kills` times; the next worker continues each
 * harvest. Returns how many harvests there were, and how many ended with other papers than an
 * undisturbed one. The environment defines the harvested list.
 */
export async function harvestThroughKills(
  options: Options,
): Promise<{ harvests: number; different: number }> {
  const { url, kills, random, onHarvest } = options;
  const { db, sql } = connect(url);
  const empty = () =>
    sql`truncate papers, harvests, job_runs, source_states restart identity cascade`;
  const enqueueHarvest = () =>
    enqueue(db, 'harvest_arxiv', { _by: 'operator' }, { queue: 'harvest_arxiv' });
  const isOver = async () => {
    const [row] = await sql`select
      exists (select from harvests where done_until is not null and from_day is null)
      and not exists (select from graphile_worker._private_jobs) as over`;
    return row?.over === true;
  };
  const lastRun = async () => {
    const [row] = await sql`select coalesce(max(id), 0)::int as id from job_runs`;
    return row?.id as number;
  };
  await empty();
  const signal = new AbortController().signal;
  await harvestArxiv({ on: db, signal, counts: {}, startedBy: 'operator' });
  const undisturbed = JSON.stringify(await contents(sql));

  let [killed, harvests, different] = [0, 0, 0];
  let next = startWorker(url);
  let current: ChildProcess | undefined;
  try {
    while (killed < kills || current) {
      if (!current) {
        await empty();
        await enqueueHarvest();
      }
      current = await next;
      next = startWorker(url);
      await letGoOfDead(sql, db);
      const before = await lastRun();
      current.stdin?.write('go\n');
      await waitUntil(async () => (await lastRun()) > before || (await isOver()), 60_000);
      const over = await waitUntil(isOver, killed < kills ? random() * LONGEST_LIFE : 60_000);
      current.kill('SIGKILL');
      if (!over) {
        killed += 1;
        continue;
      }
      current = undefined;
      harvests += 1;
      const same = JSON.stringify(await contents(sql)) === undisturbed;
      if (!same) different += 1;
      onHarvest?.(same);
    }
  } finally {
    (await next).kill('SIGKILL');
    current?.kill('SIGKILL');
    await sql.end({ timeout: 5 });
  }
  return { harvests, different };
}

async function startWorker(url: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('working-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, DATABASE_URL: url, DATABASE_POOL: '2' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Workers notice a dead one after half a minute; this skips the wait. */
async function letGoOfDead(
  sql: ReturnType<typeof connect>['sql'],
  db: ReturnType<typeof connect>['db'],
) {
  await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
    where locked_at is not null`;
  await releaseJobsOfDead(db);
  await sql`update graphile_worker._private_jobs set run_at = now(), attempts = 0`;
}

async function waitUntil(condition: () => Promise<boolean>, limit: number): Promise<boolean> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    if (await condition()) return true;
    await sleep(Math.min(25, Math.max(1, end - Date.now())));
  }
  return condition();
}

/** Everything that a harvest determines: no ids, random numbers and insertion times. */
const contents = (sql: ReturnType<typeof connect>['sql']) => sql`
  select p.slug, p.version, p.title, p.abstract, p.categories, p.published_at, p.revised_at, p.doi,
    p.journal_ref, p.note, p.withdrawn, p.author_count, p.listed_by, p.trending,
    (select array_agg(name order by position) from paper_authors where paper_id = p.id) as authors,
    (select json_agg(json_build_array(version, released_at, title) order by version)
      from paper_versions where paper_id = p.id) as versions,
    (select json_agg(json_build_array(set, done_until, token)) from harvests) as progress
  from papers p order by p.slug collate "C"`;
