import { AppError } from '@/lib/errors';

/** Milliseconds in which a request is answered, if only with 503. */
export const DEADLINE = 4_500;

/**
 * The outcome of `work`, or `unavailable` when it takes longer than `limit` ms: with all
 * connections busy a query waits in the pool's queue, where no statement timeout reaches it.
 */
export async function withDeadline<T>(work: () => Promise<T>, limit = DEADLINE): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable')), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
