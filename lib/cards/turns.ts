import { AppError } from '@/lib/base/errors';

/**
 * Runs work so many at once, each with `pause` ms after it in which others have the processor; a
 * few more wait for their turn, and the rest is refused as `unavailable`.
 */
export function takeTurns(atOnce: number, waiting: number, pause = 0) {
  let running = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    // The place goes to the next in the queue, if there is one.
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
