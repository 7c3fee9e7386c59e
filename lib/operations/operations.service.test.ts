import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { recordRun } from '@/lib/worker/runs';
import { getOperations } from './data';
import { countsWords, durationWords, jobTitle } from './messages';
import { runJob } from './service';

useTestDatabase();

it('returns the runs of each job, and the queue', async () => {
  await recordRun('recount', 'clock', async () => ({ papers: 3, drifts: 1 }));
  const boss = await createUser({ role: 'admin' });
  for (const job of ['clean_up', 'clean_up', 'no_such_job', 'send_mail']) {
    await runJob({ viewer: boss }, { job });
  }
  await rawSql()`update graphile_worker._private_jobs set attempts = 2, last_error = '57014'`;
  const { jobs, backlog } = await getOperations(new Date('2026-03-01T02:00:00Z'));
  const job = (name: string) => jobs.find((one) => one.name === name);
  expect(job('recount')).toMatchObject({
    runs: [{ outcome: 'done', startedBy: 'clock', counts: { papers: 3, drifts: 1 } }],
    queued: [],
    next: '2026-03-01T02:37:00.000Z',
  });
  expect(job('clean_up')).toMatchObject({
    runs: [],
    queued: [{ running: false, attempts: 2, lastError: '57014' }],
  });
  expect(backlog).toMatchObject({ waiting: 1, running: 0, givenUp: 0, mails: 0, workers: 0 });
});

it('describes it in messages', () => {
  expect(jobTitle('recount')).toBe('Recount votes, comments and scores');
  expect(countsWords({ new: 1_200, drifts: 2, updated: 0, ms: 9 })).toBe(
    '1,200 new, 2 counts corrected',
  );
  expect([400, 12_000, 200_000, 7_500_000].map(durationWords)).toEqual([
    '0.4 s',
    '12 s',
    '3 min 20 s',
    '2 h 5 min',
  ]);
});
