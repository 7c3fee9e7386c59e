import { sql } from 'drizzle-orm';
import type { Backlog, JobRun, QueuedJob, SourceState } from '@/lib/operations/types';
import type { Executor } from '../client';
import { countWorkers } from './job-runners';

const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The latest runs of each of these jobs, latest first. */
export const listRuns = (
  on: Executor,
  jobs: string[],
  each: number,
): Promise<(JobRun & { job: string })[]> =>
  on.execute<JobRun & { job: string }>(sql`
    select r.job, r.id::double precision as id, r.started_by as "startedBy", r.outcome, r.counts,
      r.reason, ${iso('r.started_at')} as "startedAt", ${iso('r.finished_at')} as "finishedAt"
    from unnest(string_to_array(${jobs.join(',')}, ',')) as wanted (job)
    cross join lateral (
      select * from job_runs where job = wanted.job order by id desc limit ${each}
    ) r order by r.id desc`);

/** Queued runs of these jobs; jobs for one subject, such as a user, are listed separately. */
export const listQueued = (on: Executor, jobs: string[]): Promise<QueuedJob[]> =>
  on.execute<QueuedJob>(sql`
    select t.identifier as job, j.locked_at is not null as running, j.attempts::int as attempts,
      j.max_attempts::int as "mostAttempts", ${iso('j.run_at')} as "runAt", j.last_error as "lastError"
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = any(string_to_array(${jobs.join(',')}, ','))
      and (j.payload -> '_cron' is not null or j.payload -> '_by' is not null)
    order by j.run_at desc limit 200`);

/** Limit of a count; anything above is shown as "more". */
export const MOST_COUNTED = 100_000;

export async function getBacklog(on: Executor): Promise<Backlog> {
  const [row] = await on.execute<Omit<Backlog, 'workers'>>(sql`
    select
      count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as "givenUp",
      (select count(*)::int from mails where finished_at is null) as mails,
      (select count(*)::int from mails where status = 'failed') as "failedMails",
      (select count(*)::int from (
        select from search_queue limit ${MOST_COUNTED}) q) as search
    from (select * from graphile_worker._private_jobs limit ${MOST_COUNTED}) j`);
  if (!row) throw new Error('query returned no backlog');
  return { ...row, workers: await countWorkers(on) };
}

export const listSourceStates = (on: Executor): Promise<SourceState[]> =>
  on.execute<SourceState>(sql`
    select source, failures,
      case when next_allowed_at > now() then ${iso('next_allowed_at')} end as until
    from source_states order by source`);
