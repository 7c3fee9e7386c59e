import { expect, it, vi } from 'vitest';
import { batched } from './batched';

const doubled = () => vi.fn(async (keys: number[]) => keys.map((key) => key * 2));
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

it('reads what is asked for in one turn at once, and gives each caller its own value', async () => {
  const read = doubled();
  const get = batched(read, 10);
  expect(await Promise.all([3, 1, 3].map(get))).toEqual([6, 2, 6]);
  expect(read.mock.calls).toEqual([[[3, 1, 3]]]);
  expect(await get(4)).toBe(8);
  expect(read).toHaveBeenCalledTimes(2);
});

it('reads no more than so many at once', async () => {
  const read = doubled();
  const get = batched(read, 10);
  expect(await Promise.all(numbers(25).map(get))).toEqual(numbers(25).map((n) => 2 * n));
  expect(read.mock.calls.map(([keys]) => keys.length)).toEqual([10, 10, 5]);
});

it('starts another read while one is running, and after one that failed', async () => {
  const read = doubled().mockRejectedValueOnce(new Error('gone'));
  const get = batched(read, 10);
  const failing = Promise.allSettled([1, 2].map(get));
  await new Promise((turn) => setImmediate(turn));
  expect(await get(5)).toBe(10);
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
