import { AppError } from '@/lib/base/errors';

/**
 * Returns a function that runs at most `atOnce` tasks at a time and pauses `pause` ms after each.
 * Up to `waiting` more are queued; the rest throw `unavailable`.
 */
export function limitConcurrency(atOnce: number, waiting: number, pause = 0) {
  let running = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else running--;
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running++;
    else if (queue.length >= waiting) throw new AppError('unavailable');
    else await new Promise<void>((go) => queue.push(go));
    try {
      return await work();
    } finally {
      if (pause > 0) setTimeout(leave, pause);
      else leave();
    }
  };
}
