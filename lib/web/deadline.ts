import { AppError } from '@/lib/base/errors';

/** Milliseconds within which a request gets a response, with 503 if necessary. */
export const DEADLINE = 4_500;

/** drizzle's errors carry the statement and its parameters, which must not reach a log. */
const withoutParameters = (error: unknown): unknown =>
  error instanceof Error && 'params' in error && error.cause instanceof Error ? error.cause : error;

/**
 * Returns the outcome of `work`; throws `unavailable` after `limit` ms. With all connections busy a
 * query waits in the pool's queue, where no statement timeout applies.
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
