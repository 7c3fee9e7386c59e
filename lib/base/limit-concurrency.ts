import { AppError } from '@/lib/base/errors';

/**
 * Milliseconds: `pause` after each task, `patience` as the longest wait in the queue, and `hold` as
 * the longest time that a task keeps its place, for places that are meant for the processor: one that
 * takes longer waits for something else.
 */
type Times = { pause?: number; patience?: number; hold?: number };

/**
 * Returns a function that runs at most `atOnce` tasks at a time. Up to `waiting` more are queued;
 * the rest throw `unavailable`, and so does a task that waited longer than `patience`: its client
 * has timed out by then, and running it would delay those behind it as well. One that is `urgent`
 * is queued before all that are not.
 */
export function limitConcurrency(
  atOnce: number,
  waiting: number,
  { pause = 0, patience = Number.POSITIVE_INFINITY, hold }: Times = {},
) {
  let running = 0;
  const urgent: (() => void)[] = [];
  const queue: (() => void)[] = [];
  const leave = () => {
    const next = urgent.shift() ?? queue.shift();
    if (next) next();
    else running--;
  };
  const enter = async (isUrgent: boolean) => {
    if (running < atOnce) {
      running++;
      return;
    }
    if (urgent.length + queue.length >= waiting) throw new AppError('unavailable');
    const since = performance.now();
    await new Promise<void>((go) => (isUrgent ? urgent : queue).push(go));
    if (performance.now() - since <= patience) return;
    leave();
    throw new AppError('unavailable');
  };
  return async <T>(work: () => Promise<T>, isUrgent = false): Promise<T> => {
    await enter(isUrgent);
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (pause > 0) setTimeout(leave, pause);
      else leave();
    };
    const timer = hold === undefined ? undefined : setTimeout(end, hold);
    try {
      return await work();
    } finally {
      end();
    }
  };
}
