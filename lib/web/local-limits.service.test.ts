import { beforeEach, expect, it, vi } from 'vitest';
import { rawSql } from '@/db/client';
import { takeToken } from '@/db/queries/rate-limits';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { LocalLimits } from './local-limits';

useTestDatabase();
beforeEach(() => emptyTables('rate_limits'));

const HOUR = { limit: 20, seconds: 3_600 };
const tokensOf = async (key: string) => {
  const [row] = await rawSql()`select tokens from rate_limits where key = ${key}`;
  return Math.round(row?.tokens);
};

it('grants exactly its tokens to concurrent requests, with one write for all', async () => {
  const limits = new LocalLimits();
  const all = await Promise.all(Array.from({ length: 50 }, () => limits.take('key 0', HOUR)));
  expect(all.filter(({ left }) => left !== null)).toHaveLength(20);
  expect(await tokensOf('key 0')).toBe(19);
  await limits.settle();
  expect(await tokensOf('key 0')).toBe(0);
});

it('returns how many are left, and how long to wait', async () => {
  const limits = new LocalLimits();
  const window = { limit: 2, seconds: 10 };
  expect(await limits.take('key 1', window)).toEqual({ left: 1 });
  expect(await limits.take('key 1', window)).toEqual({ left: 0 });
  const refused = await limits.take('key 1', window);
  expect(refused.left === null && refused.wait).toBeGreaterThan(4);
});

it('refills with time, up to its limit', async () => {
  const limits = new LocalLimits();
  const window = { limit: 2, seconds: 10 };
  let now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  for (let n = 0; n < 3; n++) await limits.take('key 2', window);
  now += 5_100;
  expect(await limits.take('key 2', window)).toEqual({ left: 0 });
  now += 1_000_000;
  expect(await limits.take('key 2', window)).toEqual({ left: 1 });
  clock.mockRestore();
});

it('includes tokens that a network took before the start, and from other processes', async () => {
  for (let n = 0; n < 15; n++) await takeToken('key 3', HOUR);
  const [one, other] = [new LocalLimits(), new LocalLimits()];
  expect(await one.take('key 3', HOUR)).toEqual({ left: 4 });
  expect(await other.take('key 3', HOUR)).toEqual({ left: 3 });
  for (let n = 0; n < 3; n++) await one.take('key 3', HOUR);
  await one.settle();
  await other.take('key 3', HOUR);
  await other.settle();
  // One more than the bucket had: each process spent the same last token.
  expect(await tokensOf('key 3')).toBe(-1);
  expect((await other.take('key 3', HOUR)).left).toBeNull();
});

it('separates many keys', async () => {
  const limits = new LocalLimits();
  for (let n = 0; n < 12; n++) {
    for (let times = 0; times <= n; times++) await limits.take(`k${n}`, HOUR);
  }
  await limits.settle();
  for (let n = 0; n < 12; n++) expect(await tokensOf(`k${n}`)).toBe(20 - n - 1);
});

it('loses no count while the database is down', async () => {
  const limits = new LocalLimits();
  for (let n = 0; n < 5; n++) await limits.take('key 5', HOUR);
  await rawSql()`alter table rate_limits rename to away`;
  await limits.settle();
  await limits.take('key 5', HOUR);
  await rawSql()`alter table away rename to rate_limits`;
  await limits.settle();
  expect(await tokensOf('key 5')).toBe(14);
});
