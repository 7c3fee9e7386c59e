import { isDatabaseAway } from '@/lib/base/errors';
import { log } from '@/lib/base/log';

/** Errors of lost connections, some of which the drivers throw outside of any promise. */
const LOST = /^(Connection terminated|CONNECT|write CONNECTION|Client has encountered)/;

/** postgres 3.4.9 writes to a connection that it has already lost in a transaction. */
const isDriverFault = ({ stack = '' }: Error): boolean =>
  /^TypeError: .*\n\s+at .*[\\/]postgres[\\/]src[\\/]connection\.js/.test(stack);

/**
 * Keeps the process alive when its database goes away, and ends it on any other uncaught error: its
 * supervisor restarts it in a known state.
 */
export function outliveDatabase(end: () => void): void {
  // Next's own listener would keep the process running after any error.
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => {
    if (isDatabaseAway(error) || LOST.test(error.message) || isDriverFault(error)) {
      log.warn({ err: error.message }, 'a connection to the database was lost');
      return;
    }
    log.fatal({ err: error.stack }, 'ending after an error that nobody caught');
    end();
  });
  // A closed terminal or log pipe is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
