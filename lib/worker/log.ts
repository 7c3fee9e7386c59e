import { Logger } from 'graphile-worker';
import { log } from '@/lib/base/log';

/** Writes the runner's messages to our log, without attached payloads and errors. */
export const jobLogger = new Logger((scope) => (level, message) => {
  const line = { job: scope.jobId, task: scope.taskIdentifier };
  // The messages continue with a stack trace, which names only our own code.
  const [words] = message.split('\n', 1);
  if (level === 'error') log.error(line, words);
  else if (level === 'warning') log.warn(line, words);
  else log.debug(line, words);
});
