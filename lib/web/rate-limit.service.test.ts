import { spawn } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { takeToken } from '@/db/queries/rate-limits';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { askLimit, takeLimit, takeMailLimit } from './rate-limit';

const url = useTestDatabase();
beforeEach(() => emptyTables('rate_limits'));

/** Moves all buckets into the past. */
const pass = (seconds: number) =>
  rawSql()`update rate_limits set updated_at = updated_at - ${seconds} * interval '1 second'`;

describe('a token bucket', () => {
  it('grants exactly its tokens to concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => takeToken('k', { limit: 7, seconds: 3600 })),
    );
    expect(answers.filter((answer) => answer.left !== null)).toHaveLength(7);
  });

  it('is shared by two processes', async () => {
    const script = `
      import { closeDatabase } from '@/db/client';
      import { takeToken } from '@/db/queries/rate-limits';
      const all = await Promise.all(Array.from({ length: 20 }, () =>
        takeToken('shared', { limit: 15, seconds: 86400 })));
      console.log(all.filter((answer) => answer.left !== null).length);
      await closeDatabase();`;
    const given = await Promise.all([run(script), run(script)]);
    expect(given.reduce((a, b) => a + b)).toBe(15);
  });

  it('refills with time, up to its limit', async () => {
    const window = { limit: 2, seconds: 10 };
    await takeToken('k', window);
    await takeToken('k', window);
    const empty = await takeToken('k', window);
    const wait = empty.left === null ? empty.wait : Number.NaN;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(5);
    await pass(5.1);
    expect(await takeToken('k', window)).toEqual({ left: 0 });
    expect((await takeToken('k', window)).left).toBeNull();
    await pass(1000);
    expect(await takeToken('k', window)).toEqual({ left: 1 });
  });
});

describe('takeLimit', () => {
  it('counts a user by account and a visitor by network', async () => {
    const [ada, bob] = [await createUser(), await createUser()];
    const comment = (viewer: typeof ada | null, address: string) =>
      takeLimit('comment', { viewer, address });
    expect(await comment(ada, '192.0.2.1')).toBeNull();
    expect(await comment(ada, '198.51.100.1')).toMatchObject({ reason: 'rate_limited' });
    expect(await comment(bob, '192.0.2.1')).toBeNull();
    expect(await comment(null, '2001:db8:0:1::1')).toBeNull();
    expect(await comment(null, '2001:db8:0:1::2')).toMatchObject({ retryAfter: 5 });
    expect(await comment(null, '2001:db8:0:2::1')).toBeNull();
  });

  it('does not charge the long window for a refusal of the short one', async () => {
    const viewer = await createUser();
    for (let i = 0; i < 40; i++) await takeLimit('comment', { viewer, address: '' });
    await pass(5);
    expect(await takeLimit('comment', { viewer, address: '' })).toBeNull();
  });

  it('lets an account of today post ten comments, then says when its first day ends', async () => {
    const viewer = await createUser({ createdAt: new Date(Date.now() - 3600_000) });
    for (let i = 0; i < 10; i++) {
      expect(await takeLimit('comment', { viewer, address: '' })).toBeNull();
      await pass(5);
    }
    const refusal = await takeLimit('comment', { viewer, address: '' });
    expect(refusal?.retryAfter).toBeGreaterThan(22 * 3600);
    expect(refusal?.retryAfter).toBeLessThanOrEqual(23 * 3600);
  });

  it('limits mails per mailbox, and sign-in by network even for a user', async () => {
    for (let i = 0; i < 6; i++) expect(await takeMailLimit('ada@example.org')).toBeNull();
    expect(await takeMailLimit('ada@example.org')).toMatchObject({ reason: 'rate_limited' });
    expect(await takeMailLimit('bob@example.org')).toBeNull();
    const viewer = await createUser();
    for (let i = 0; i < 25; i++) await takeLimit('sign_in', { viewer, address: '192.0.2.9' });
    expect(await takeLimit('sign_in', { viewer: null, address: '192.0.2.9' })).not.toBeNull();
  });

  it('stores no address, returns the state of the limit, and can be off', async () => {
    const { state } = await askLimit('api', { viewer: null, address: '192.0.2.77' });
    expect(state).toMatchObject({ name: 'api', left: 499, window: { limit: 500, seconds: 300 } });
    const [row] = await rawSql()`select key from rate_limits`;
    expect(row?.key).toMatch(/^[\w-]{43}$/);
    process.env.RATE_LIMITS = 'off';
    process.env.RATE_LIMIT_VOTE = '1/h';
    forgetEnv();
    const viewer = await createUser();
    for (let i = 0; i < 3; i++) expect(await takeLimit('vote', { viewer, address: '' })).toBeNull();
    delete process.env.RATE_LIMITS;
    forgetEnv();
    expect(await takeLimit('vote', { viewer, address: '' })).toBeNull();
    expect(await takeLimit('vote', { viewer, address: '' })).toMatchObject({ retryAfter: 3600 });
    delete process.env.RATE_LIMIT_VOTE;
    forgetEnv();
  });
});

/** Returns the number that a script prints in another process. */
async function run(script: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { env: { ...process.env, DATABASE_URL: url() }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return Number(printed);
}
