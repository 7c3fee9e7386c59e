import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@/db/client';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { embedNext } from './meaning/embeddings';
import { indexNext } from './service';

/** Milliseconds between two polls of an empty queue: the delay until a new paper is found. */
const PAUSE = 1_000;
/** The delay after an error, or while another process is indexing. */
const LONG_PAUSE = 5_000;

/**
 * Keeps the search index up to date until stopped, over a connection of its own. Several processes
 * may run it: one works at a time. A step that was interrupted is repeated.
 */
export function startIndexer(databaseUrl: string): { stop(): Promise<void> } {
  const ending = new AbortController();
  const open = () => connect(databaseUrl);
  let link = open();
  const work = async () => {
    while (!ending.signal.aborted) {
      let pause = PAUSE;
      try {
        const { papers, busy } = await indexNext(link.db);
        const embedded = papers === 0 && !busy ? await embedNext(link.db) : 0;
        pause = busy ? LONG_PAUSE : papers + embedded > 0 ? 0 : PAUSE;
        if (papers > 0) log.debug({ papers }, 'search index brought up to date');
      } catch (error) {
        if (ending.signal.aborted) return;
        log.warn({ code: errorCode(error) }, 'updating the search index failed');
        void link.sql.end({ timeout: 1 }).catch(() => {});
        link = open();
        pause = LONG_PAUSE;
      }
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const working = work();
  return {
    async stop() {
      ending.abort();
      // The running transaction is rolled back, so its papers are still in the queue.
      await link.sql.end({ timeout: 2 }).catch(() => {});
      await working;
    },
  };
}
