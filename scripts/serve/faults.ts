import { isDatabaseAway } from '@/lib/base/errors';
import { log } from '@/lib/base/log';

/** Lost connections of the drivers, who throw some of them where no promise catches them. */
const LOST = /^(Connection terminated|CONNECT|write CONNECTION|Client has encountered)/;

/** postgres 3.4.9 writes to a connection that is gone already when a transaction lost it. */
const isDriverFault = ({ stack = '' }: Error): boolean =>
  /^TypeError: .*\n\s+at .*[\\/]postgres[\\/]src[\\/]connection\.js/.test(stack);

/**
 * The process outlives the loss of its database, and ends on anything else that nobody caught:
 * whoever started it starts it anew, in a state that is known.
 */
export function outliveDatabase(end: () => void): void {
  // Next's own listener would let the process go on after any error.
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => {
    if (isDatabaseAway(error) || LOST.test(error.message) || isDriverFault(error)) {
      log.warn({ err: error.message }, 'a connection to the database was lost');
      return;
    }
    log.fatal({ err: error.stack }, 'ending after an error that nobody caught');
    end();
  });
  // A terminal or a log reader that has gone away is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
