import { beforeEach, expect, it, vi } from 'vitest';
import { connect, rawSql, transaction } from '@/db/client';
import { releaseJobsOfDead, showWorkers } from '@/db/queries/job-runners';
import { useTestDatabase } from '@/db/testing/database';
import { enqueue } from '@/lib/base/enqueue';
import { eventually } from '@/lib/base/testing/eventually';
import * as mail from '@/lib/mail/service';
import { startJobs } from './runner';

const url = useTestDatabase();
const deliver = vi.spyOn(mail, 'deliverMail');
const countJobs = async () => {
  const [row] = await rawSql()`select count(*)::int as n from graphile_worker._private_jobs`;
  return row?.n;
};
const mailIds = () => deliver.mock.calls.map(([id]) => id).sort();

beforeEach(async () => {
  deliver.mockReset().mockResolvedValue();
  await rawSql()`delete from graphile_worker._private_jobs`;
});

it('runs the jobs of committed transactions only', async () => {
  await transaction((tx) => enqueue(tx, 'send_mail', { mailId: 'kept' }));
  const broken = transaction(async (tx) => {
    await enqueue(tx, 'send_mail', { mailId: 'never' });
    throw new Error('rolled back');
  });
  await expect(broken).rejects.toThrow('rolled back');

  const jobs = [startJobs(url()), startJobs(url())];
  await eventually(async () => expect(await countJobs()).toBe(0));
  expect(mailIds()).toEqual(['kept']);
  await Promise.all(jobs.map((runner) => runner.stop()));
});

it('keeps a failed job for later, without its error message', async () => {
  deliver.mockRejectedValueOnce(new Error('550 no such user: reader@example.org'));
  await transaction((tx) => enqueue(tx, 'send_mail', { mailId: 'a' }));
  const jobs = startJobs(url());
  const failed = () => rawSql()`
    select attempts, last_error, run_at > now() as later
    from graphile_worker._private_jobs where last_error is not null`;
  await eventually(async () => expect(await failed()).toHaveLength(1));
  expect(await failed()).toEqual([{ attempts: 1, last_error: 'Error', later: true }]);
  await jobs.stop();
});

it('lets a running job finish when it stops', async () => {
  let finish = () => {};
  deliver.mockImplementation(
    () =>
      new Promise((done) => {
        finish = done;
      }),
  );
  const jobs = startJobs(url());
  await transaction((tx) => enqueue(tx, 'send_mail', { mailId: 'slow' }));
  await eventually(() => expect(deliver).toHaveBeenCalled());
  const stopped = jobs.stop();
  finish();
  await stopped;
  expect(await countJobs()).toBe(0);
});

it('continues after its connections were closed', async () => {
  const jobs = startJobs(url());
  await transaction((tx) => enqueue(tx, 'send_mail', { mailId: 'before' }));
  await eventually(() => expect(mailIds()).toContain('before'));
  const closed = await rawSql()`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name not like 'papertide%'`;
  expect(closed.length).toBeGreaterThan(0);
  await transaction((tx) => enqueue(tx, 'send_mail', { mailId: 'after' }));
  await eventually(() => expect(mailIds()).toContain('after'));
  await jobs.stop();
});

it('releases the jobs of dead workers, and keeps those of living ones', async () => {
  for (const mailId of ['dead', 'living', 'new']) {
    await transaction((tx) => enqueue(tx, 'send_mail', { mailId }));
  }
  const hold = (mailId: string, worker: string, age: string) => rawSql()`
    update graphile_worker._private_jobs
    set locked_by = ${worker}, locked_at = now() - ${age}::interval
    where payload->>'mailId' = ${mailId}`;
  await hold('dead', 'worker-dead', '1 minute');
  await hold('living', 'worker-living', '1 minute');
  await hold('new', 'worker-new', '1 second');
  const { sql, db } = connect(url());
  await showWorkers(db, ['worker-living']);
  await showWorkers(db, ['worker-living']);

  expect(await releaseJobsOfDead(db)).toEqual(['worker-dead']);
  const held = await rawSql()`
    select payload->>'mailId' as id from graphile_worker._private_jobs
    where locked_by is not null order by 1`;
  expect(held).toEqual([{ id: 'living' }, { id: 'new' }]);
  await sql.end();
});
