import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@/db/client';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { embedNext } from './meaning/embeddings';
import { indexNext } from './service';

/** Milliseconds between two looks at an empty queue: a new paper is found about that soon. */
const PAUSE = 1_000;
/** The same after something went wrong, or while another process is at it. */
const LONG_PAUSE = 5_000;

/**
 * Keeps the search index up to date until stopped, over a connection of its own. Any number of
 * processes may do so: one works at a time. What a step was at when the process ended is done anew.
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
        log.warn({ code: errorCode(error) }, 'the search index could not be brought up to date');
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
      // Whatever is under way is rolled back, and still in the queue.
      await link.sql.end({ timeout: 2 }).catch(() => {});
      await working;
    },
  };
}
