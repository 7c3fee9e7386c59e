import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';

/** Redirects errors that Next prints to our log, without query values. */
export function logConsole(): void {
  console.error = (...parts: unknown[]) => log.error(described(parts), 'reported by Next');
  console.warn = (...parts: unknown[]) => log.warn(described(parts), 'reported by Next');
}

export function described(parts: unknown[]): Record<string, unknown> {
  const error = parts.find((part) => part instanceof Error);
  if (!error) return { said: parts.map(String).join(' ').slice(0, 300) };
  const { digest } = error as { digest?: unknown };
  return {
    err: isOfQuery(error) ? error.name : `${error.name}: ${error.message.slice(0, 300)}`,
    code: errorCode(error),
    digest,
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5)
      .map((line) => line.trim()),
  };
}

/** Messages of drizzle and Postgres quote parameters and rows. */
const isOfQuery = (error: Error): boolean =>
  error.message.startsWith('Failed query') ||
  'query' in error ||
  error.name === 'PostgresError' ||
  (error.cause instanceof Error && isOfQuery(error.cause));
