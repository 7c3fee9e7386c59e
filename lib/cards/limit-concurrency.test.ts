import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency';

test('one works, some wait, the others are refused, and each place is given on', async () => {
  const inTurn = limitConcurrency(1, 2);
  let most = 0;
  let now = 0;
  const work = async () => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    return 'done';
  };
  const crowd = await Promise.allSettled(Array.from({ length: 5 }, () => inTurn(work)));
  expect(crowd.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(most).toBe(1);
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(inTurn(work)).resolves.toBe('done');
});
