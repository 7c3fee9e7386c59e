import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pool, type PoolOptions } from './pool';

/** Threads in start order. */
const started: EventEmitter[] = [];

class Thread extends EventEmitter {
  postMessage = vi.fn();
  ref = () => {};
  unref = () => {};
  terminate = vi.fn(async () => {});
}

function startThread(): Worker {
  const thread = new Thread();
  started.push(thread);
  return thread as unknown as Worker;
}

const open = (options: Omit<PoolOptions, 'waiting' | 'startThread'>) =>
  new Pool({ ...options, waiting: 50, startThread });

beforeEach(() => {
  started.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const task = (markdown: string) => ({ markdown, namespace: 'c1' });
const result = { html: '<p>a</p>', mentioned: [] };

it.each([1, 2, 4])('starts one thread first, then more: %i', async (n) => {
  const pool = open({ workers: n, timeLimit: 60_000 });
  pool.warm();
  const texts = ['a', 'b', 'c'].map((text) => pool.render(task(text)));
  expect(started).toHaveLength(1);

  started[0]?.emit('message', 'ready');
  // Up to three threads for three texts, and a spare one.
  expect(started).toHaveLength(Math.min(3, n) + 1);
  for (const _ of texts) started[0]?.emit('message', result);
  expect(await Promise.all(texts)).toEqual([result, result, result]);
});

it('restarts after the only thread has died', async () => {
  const pool = open({ workers: 2, timeLimit: 60_000 });
  const lost = pool.render(task('a'));
  started[0]?.emit('exit');
  await expect(lost).rejects.toMatchObject({ reason: 'internal' });
  const next = pool.render(task('a'));
  expect(started).toHaveLength(2);
  started[1]?.emit('message', 'ready');
  started[1]?.emit('message', result);
  expect(await next).toEqual(result);
});

it.each([
  // The process's share of a CPU, and the windows of 100 ms after which the text is stopped.
  ['has a processor of its own', 1, 1],
  ['waits for a processor half of the time', 0.5, 2],
  ['has none at all', 0, 10],
])('stops a slow text if the machine %s', async (_, share, windows) => {
  vi.useFakeTimers();
  const start = Date.now();
  vi.spyOn(process, 'cpuUsage').mockImplementation((before) => ({
    user: (Date.now() - start) * 1000 * share - (before?.user ?? 0),
    system: 0,
  }));
  const pool = open({ workers: 1, timeLimit: 100 });
  void pool.render(task('slow'));
  started[0]?.emit('message', 'ready');
  const { terminate } = started[0] as unknown as { terminate: ReturnType<typeof vi.fn> };
  vi.advanceTimersByTime(windows * 100 - 1);
  expect(terminate).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(terminate).toHaveBeenCalledOnce();
});
