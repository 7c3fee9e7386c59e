import postgres from 'postgres';
import { INVALIDATION_CHANNEL } from './queries/invalidation';

type Listener = {
  /** Tags that somebody invalidated. */
  onTags: (tags: string[]) => void;
  /** The connection is (back) there; what was said before may have been missed. */
  onConnected: () => void;
};

/**
 * Listens on a connection of its own for what `publishInvalidation` announces, and comes back
 * after the database was away. Returns what ends it.
 */
export function listenForInvalidations(url: string, listener: Listener): () => Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 4,
    backoff: () => 0.5,
    keep_alive: 30,
    onnotice: () => {},
    connection: { application_name: 'papertide listener' },
  });
  let ended = false;
  const start = async () => {
    while (!ended) {
      try {
        await sql.listen(INVALIDATION_CHANNEL, heard(listener.onTags), listener.onConnected);
        return;
      } catch {
        // Only the first attempt is ours to repeat; later ones are the driver's.
        await new Promise((wake) => setTimeout(wake, 500));
      }
    }
  };
  void start();
  return async () => {
    ended = true;
    await sql.end({ timeout: 1 });
  };
}

const heard = (onTags: (tags: string[]) => void) => (payload: string) => {
  const tags: unknown = JSON.parse(payload);
  if (Array.isArray(tags)) onTags(tags.filter((tag) => typeof tag === 'string'));
};
