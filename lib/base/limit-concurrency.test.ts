import { expect, test, vi } from 'vitest';
import { limitConcurrency } from './limit-concurrency';

test('runs one task, queues some, refuses the rest, and passes on each free slot', async () => {
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

test('refuses a task that waited too long; those behind it still run', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const inTurn = limitConcurrency(1, 5, { patience: 100 });
  let finish = () => {};
  const held = new Promise<void>((done) => {
    finish = done;
  });
  const first = inTurn(() => held);
  const ran: string[] = [];
  const late = ['a', 'b'].map((name) => inTurn(async () => void ran.push(name)));
  const lateOutcomes = Promise.allSettled(late);
  now = 90;
  const intime = inTurn(async () => void ran.push('c'));
  now = 150;
  finish();
  await first;
  expect((await lateOutcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await intime;
  expect(ran).toEqual(['c']);
  await inTurn(async () => void ran.push('d'));
  expect(ran).toEqual(['c', 'd']);
  clock.mockRestore();
});

test('runs urgent tasks first, and passes on the place of a task that takes long', async () => {
  vi.useFakeTimers();
  const inTurn = limitConcurrency(1, 5, { hold: 100 });
  const ran: string[] = [];
  const never = new Promise<void>(() => {});
  void inTurn(() => never);
  const rest = [
    inTurn(async () => void ran.push('a crawler')),
    inTurn(async () => void ran.push('a reader'), true),
  ];
  await vi.advanceTimersByTimeAsync(99);
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(rest);
  expect(ran).toEqual(['a reader', 'a crawler']);
  vi.useRealTimers();
});
