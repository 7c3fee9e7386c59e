import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listenForInvalidations } from '@/db/listen';
import { addJob } from '@/db/queries/jobs';
import { createPaper, createUser } from '@/db/testing/factories';
import { useReplicated } from '@/db/testing/use-replicated';
import { eventually } from '@/lib/base/testing/eventually';
import { setUpvote } from '@/lib/votes/service';
import { isDatabaseUp } from '@/lib/web/health';
import { slowness } from '@/scripts/testing/speed.mjs';
import { startJobs } from './runner';

const servers = useReplicated();
/** Milliseconds for each step, so that a hang says which one it was. */
const LIMIT = 15_000 * slowness();

async function within<T>(what: string | (() => string), work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(LIMIT, undefined, { signal: over.signal }).then(() => {
    throw new Error(`still waiting for ${typeof what === 'string' ? what : what()}`);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    over.abort();
    late.catch(() => {});
  }
}

// Both drivers throw some lost connections outside of any promise; see scripts/serve/faults.
beforeAll(() => {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.removeAllListeners(event).on(event, () => {});
  }
});

it(
  'loses no acknowledged vote when the standby is promoted under load, and goes on',
  async () => {
    const paper = await createPaper({ listed: true });
    const viewers = await Promise.all(Array.from({ length: 60 }, () => createUser()));
    const heard: string[] = [];
    const stopListening = listenForInvalidations(servers().url, {
      onTags: (tags) => heard.push(...tags),
      onConnected: () => {},
    });
    const jobs = startJobs(servers().url);
    const acknowledged = new Set<string>();
    let refused = 0;
    let isOver = false;
    let isGivenUp = false;
    onTestFinished(() => {
      isGivenUp = true;
    });
    let after = 0;
    const storm = viewers.map(async (viewer, at) => {
      while (!acknowledged.has(viewer.id) && !isGivenUp) {
        // The first third votes before the failure.
        if (at >= 20 && !isOver) {
          await new Promise((wake) => setTimeout(wake, 20));
          if (at >= 40) continue;
        }
        try {
          await setUpvote({ viewer }, { paperId: paper.id, upvoted: true });
          acknowledged.add(viewer.id);
          if (isOver) after++;
        } catch {
          refused++;
          await new Promise((wake) => setTimeout(wake, 50));
        }
      }
    });
    await within('the first votes', () =>
      eventually(() => expect(acknowledged.size).toBeGreaterThan(5)),
    );
    await within('the promotion', () => servers().failOver());
    isOver = true;
    await within(
      () =>
        `the votes, ${acknowledged.size} of ${viewers.length} are acknowledged and ${refused} were refused`,
      () => Promise.all(storm),
    );
    expect(after).toBeGreaterThan(0);
    const rows = await rawSql()<
      { id: string }[]
    >`select user_id as id from upvotes where paper_id = ${paper.id}`;
    expect(new Set(rows.map(({ id }) => id))).toEqual(acknowledged);
    const [row] = await rawSql()`select upvote_count from papers where id = ${paper.id}`;
    expect(row?.upvote_count).toBe(viewers.length);
    expect(await isDatabaseUp()).toBe(true);

    await addJob(db(), 'clean_up', { _by: 'operator' });
    const runs = () => rawSql()`select outcome from job_runs where job = 'clean_up'`;
    await eventually(async () => expect(await runs()).toMatchObject([{ outcome: 'done' }]));
    await eventually(async () => {
      await rawSql()`select pg_notify('papertide_invalidate', '["feeds"]')`;
      expect(heard).toContain('feeds');
    });
    await within('the end of jobs and listening', () =>
      Promise.all([jobs.stop(), stopListening()]),
    );
  },
  5 * LIMIT,
);
