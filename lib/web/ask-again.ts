import type { QueryClient } from '@tanstack/react-query';

/**
 * Refetches a query after a change. A response in flight may be older than the change, and an
 * invalidation does not restart a first fetch, so it is cancelled.
 */
export async function askAgain(client: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
