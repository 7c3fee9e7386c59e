import { beforeEach, expect, it, vi } from 'vitest';
import { rawSql, transaction } from '@/db/client';
import { RUNS_KEPT } from '@/db/queries/job-runs';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { enqueue } from '@/lib/base/enqueue';
import { nextStart, SCHEDULED } from '@/lib/base/schedule';
import { eventually } from '@/lib/base/testing/eventually';
import { UnreadableFile } from '@/lib/ingest/read';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import * as maturing from '@/lib/votes/maturing';
import { startJobs } from './runner';
import { recordRun } from './runs';

const url = useTestDatabase();
beforeEach(() => emptyTables('job_runs', 'graphile_worker._private_jobs'));

const runs = () => rawSql()`
  select job, started_by, outcome, counts, reason, finished_at is not null as finished
  from job_runs order by id`;
const waiting = () => rawSql()`
  select key, run_at > now() + interval '50 seconds' as later, payload
  from graphile_worker._private_jobs`;

it('stores the counts of a run, also if it fails or a source postpones it', async () => {
  await recordRun('recount', 'clock', async () => ({ papers: 3, ms: 7, words: 'no count' }));
  const fail = recordRun('recount', 'clock', async ({ counts }) => {
    counts.papers = 2;
    throw Object.assign(new Error('to reader@example.org'), { code: '23505' });
  });
  await expect(fail).rejects.toThrow();
  const unreadable = recordRun('recount', 'clock', async () => {
    throw new UnreadableFile('the source answers badArgument');
  });
  await expect(unreadable).rejects.toThrow();
  await recordRun('recount', 'operator', async () => {
    throw new SourceUnavailable('arxiv.org answers 503', 60);
  });
  const common = { job: 'recount', started_by: 'clock', finished: true, reason: null, counts: {} };
  expect(await runs()).toEqual([
    { ...common, outcome: 'done', counts: { papers: 3, ms: 7 } },
    { ...common, outcome: 'failed', counts: { papers: 2 }, reason: '23505' },
    { ...common, outcome: 'failed', reason: 'the source answers badArgument' },
    { ...common, outcome: 'postponed', started_by: 'operator', reason: 'arxiv.org answers 503' },
  ]);
  expect(await waiting()).toEqual([
    { key: 'later:recount', later: true, payload: { _by: 'operator' } },
  ]);
});

it('runs a job once at a time over all processes, and different jobs concurrently', async () => {
  let finish = () => {};
  const first = recordRun('recount', 'clock', () => new Promise<void>((done) => (finish = done)));
  await eventually(async () => expect(await runs()).toHaveLength(1));
  await expect(recordRun('recount', 'clock', async () => {})).rejects.toMatchObject({
    name: 'runs_elsewhere',
  });
  await recordRun('clean_up', 'clock', async () => {});
  finish();
  await first;
  await recordRun('recount', 'clock', async () => {});
  expect((await runs()).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
});

it('ends when its connection is lost, and marks a run as interrupted if its process died', async () => {
  const cut = recordRun('recount', 'clock', async ({ on, signal }) => {
    await rawSql()`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())`;
    await eventually(() => expect(signal.aborted).toBe(true));
    await on.execute('select 1');
    throw new Error('was not told');
  });
  await expect(cut).rejects.toThrow();
  await recordRun('recount', 'clock', async () => {});
  const outcomes = (await runs()).map(({ outcome, finished }) => [outcome, finished]);
  expect(outcomes.at(-1)).toEqual(['done', true]);
  expect(outcomes[0]?.[0]).not.toBe('running');
});

it('keeps the latest runs of each job', async () => {
  await rawSql()`
    insert into job_runs (job, started_by, outcome) select 'recount', 'clock', 'done'
    from generate_series(1, ${RUNS_KEPT + 50})`;
  await rawSql()`insert into job_runs (job, started_by, outcome) values ('clean_up', 'clock', 'done')`;
  await recordRun('recount', 'clock', async () => {});
  const kept = await rawSql()`select job, count(*)::int as n from job_runs group by 1 order by 1`;
  expect(kept).toEqual([
    { job: 'clean_up', n: 1 },
    { job: 'recount', n: RUNS_KEPT },
  ]);
});

it('continues a run that a killed worker held, after living workers have noticed', async () => {
  await transaction((tx) =>
    enqueue(tx, 'mature_votes', { _by: 'operator' }, { queue: 'mature_votes' }),
  );
  // The state after a worker was killed during the job, a minute ago.
  await rawSql()`update graphile_worker._private_jobs
    set locked_by = 'worker-killed', locked_at = now() - interval '1 minute'`;
  await rawSql()`update graphile_worker._private_job_queues
    set locked_by = 'worker-killed', locked_at = now() - interval '1 minute'`;
  await rawSql()`insert into job_runs (job, started_by) values ('mature_votes', 'operator')`;
  vi.spyOn(maturing, 'matureVotes').mockResolvedValue(5);
  const jobs = startJobs(url());
  await eventually(async () => expect(await waiting()).toHaveLength(0));
  await jobs.stop();
  expect((await runs()).map(({ outcome, counts }) => [outcome, counts])).toEqual([
    ['interrupted', {}],
    ['done', { votes: 5 }],
  ]);
});

it('returns when a job is next scheduled', () => {
  const now = new Date('2026-02-28T23:59:30Z');
  expect(nextStart('close_periods', now)?.toISOString()).toBe('2026-03-01T00:01:00.000Z');
  expect(nextStart('clean_up', now)?.toISOString()).toBe('2026-03-01T03:17:00.000Z');
  expect(nextStart('send_mail', now)).toBeNull();
  expect(SCHEDULED.every((job) => nextStart(job, now))).toBe(true);
});
