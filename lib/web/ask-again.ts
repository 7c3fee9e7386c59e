import type { QueryClient } from '@tanstack/react-query';

/**
 * Asks for what a query holds once more, after a change of it. A response that is on its way may be
 * of the time before; it is dropped, because a first fetch is not begun anew by an invalidation.
 */
export async function askAgain(client: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
