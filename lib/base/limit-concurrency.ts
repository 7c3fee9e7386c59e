import { AppError } from '@/lib/base/errors';

/** Milliseconds: `pause` after each task, `patience` as the longest wait in the queue. */
type Times = { pause?: number; patience?: number };

/**
 * Returns a function that runs at most `atOnce` tasks at a time. Up to `waiting` more are queued;
 * the rest throw `unavailable`, and so does a task that waited longer than `patience`: its client
 * has timed out by then, and running it would delay those behind it as well.
 */
export function limitConcurrency(
  atOnce: number,
  waiting: number,
  { pause = 0, patience = Number.POSITIVE_INFINITY }: Times = {},
) {
  let running = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else running--;
  };
  const enter = async () => {
    if (running < atOnce) {
      running++;
      return;
    }
    if (queue.length >= waiting) throw new AppError('unavailable');
    const since = performance.now();
    await new Promise<void>((go) => queue.push(go));
    if (performance.now() - since <= patience) return;
    leave();
    throw new AppError('unavailable');
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      if (pause > 0) setTimeout(leave, pause);
      else leave();
    }
  };
}
