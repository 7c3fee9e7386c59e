import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

export type JobMetrics = {
  task: string;
  waiting: number;
  running: number;
  failed: number;
  /** Seconds since the oldest waiting job was due; 0 if none is. */
  overdue: number;
};

/** The first this many jobs are counted, so that a scrape of a long queue stays cheap. */
const MOST_JOBS = 100_000;

/** Returns the job queue by task. */
export const listJobMetrics = (on: Executor): Promise<JobMetrics[]> =>
  on.execute<JobMetrics>(sql`
    select t.identifier as task,
      count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed,
      coalesce(extract(epoch from now() - min(run_at) filter (
        where locked_at is null and attempts < max_attempts and run_at <= now())), 0)::float8 as overdue
    from (select * from graphile_worker._private_jobs limit ${MOST_JOBS}) j
    join graphile_worker._private_tasks t on t.id = j.task_id
    group by 1`);

/** Returns mails by status, as far as their rows are still stored. */
export const listMailMetrics = (on: Executor): Promise<{ status: string; count: number }[]> =>
  on.execute<{ status: string; count: number }>(
    sql`select status, count(*)::int as count from mails group by 1`,
  );

/** Returns the connections to this database by state, of all of its clients. */
export const listConnectionMetrics = (on: Executor): Promise<{ state: string; count: number }[]> =>
  on.execute<{ state: string; count: number }>(sql`
    select coalesce(state, 'other') as state, count(*)::int as count from pg_stat_activity
    where datname = current_database() group by 1`);
