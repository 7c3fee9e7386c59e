import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDatabase, db, rawSql } from '@/db/client';
import { listenForInvalidations } from '@/db/listen';
import { migrate } from '@/db/migrate';
import { isTransactionPooler } from '@/db/pooler';
import { addJob } from '@/db/queries/jobs';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { hasPgBouncer, startPgBouncer } from '@/db/testing/pgbouncer';
import { directDatabaseUrl, env, forgetEnv } from '@/lib/base/env';
import { eventually } from '@/lib/base/testing/eventually';
import { recountNightly } from '@/lib/invariants/nightly';
import { setUpvote } from '@/lib/votes/service';
import { startJobs } from './runner';

const database = useTestDatabase();

it('the server itself is no pooler', async () => {
  expect(await isTransactionPooler(database())).toBe(false);
});

describe.runIf(hasPgBouncer)('PgBouncer (skipped where it is not installed)', () => {
  let pooler: Awaited<ReturnType<typeof startPgBouncer>>;
  beforeAll(async () => {
    await closeDatabase();
    vi.stubEnv('DATABASE_DIRECT_URL', database());
    vi.stubEnv('DATABASE_STATEMENT_TIMEOUT', '1500');
    forgetEnv();
    // Connections that the pooler opened before would keep the timeout of the role as it was.
    await migrate(directDatabaseUrl());
    pooler = await startPgBouncer(database(), 'transaction');
    vi.stubEnv('DATABASE_URL', pooler.url);
    forgetEnv();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    forgetEnv();
    await closeDatabase();
    await pooler.stop();
  });

  it('is refused in transaction mode where sessions are needed, and accepted in session mode', async () => {
    await expect(migrate(pooler.url)).rejects.toThrow(/transaction mode.*DATABASE_DIRECT_URL/);
    const other = await startPgBouncer(database(), 'session');
    expect(await isTransactionPooler(other.url)).toBe(false);
    await other.stop();
  });

  it('carries queries and transactions of many at once', async () => {
    expect(env().DATABASE_URL).toBe(pooler.url);
    const paper = await createPaper({ listed: true });
    const viewers = await Promise.all(Array.from({ length: 30 }, () => createUser()));
    await Promise.all(
      viewers.flatMap((viewer) =>
        [true, false, true].map((upvoted) => setUpvote({ viewer }, { paperId: paper.id, upvoted })),
      ),
    );
    const [row] = await rawSql()`
      select upvote_count as stored, (select count(*)::int from upvotes where paper_id = ${paper.id}) as rows
      from papers where id = ${paper.id}`;
    expect(row?.stored).toBe(row?.rows);
  });

  it('ends a statement that takes too long', async () => {
    await expect(db().execute('select pg_sleep(60)')).rejects.toMatchObject({
      cause: { code: '57014' },
    });
  });

  it('lets jobs run, locks hold and invalidations arrive, all by the direct address', async () => {
    const heard: string[] = [];
    let connected = () => {};
    const listening = new Promise<void>((done) => {
      connected = done;
    });
    const stop = listenForInvalidations(directDatabaseUrl(), {
      onTags: (tags) => heard.push(...tags),
      onConnected: connected,
    });
    await listening;
    const { id } = await createPaper({ listed: true });
    await setUpvote({ viewer: await createUser() }, { paperId: id, upvoted: true });
    await rawSql()`select pg_notify('papertide_invalidate', '["feeds"]')`;
    await eventually(() => expect(heard).toContain('feeds'));
    await stop();

    await addJob(db(), 'send_mail', { mailId: crypto.randomUUID() });
    await addJob(db(), 'clean_up', { _by: 'operator' });
    const jobs = startJobs(directDatabaseUrl());
    const runs = () => rawSql()`select outcome from job_runs where job = 'clean_up'`;
    await eventually(async () => expect(await runs()).toMatchObject([{ outcome: 'done' }]));
    await jobs.stop();
    await recountNightly();
  });
});
