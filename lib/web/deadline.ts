import { AppError } from '@/lib/base/errors';

/** Milliseconds in which a request is answered, if only with 503. */
export const DEADLINE = 4_500;

/** drizzle's errors carry the statement and its parameters, which must reach no log. */
const withoutParameters = (error: unknown): unknown =>
  error instanceof Error && 'params' in error && error.cause instanceof Error ? error.cause : error;

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
  } catch (error) {
    throw withoutParameters(error);
  } finally {
    clearTimeout(timer);
  }
}
