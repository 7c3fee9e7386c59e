import { Logger } from 'graphile-worker';
import { log } from '@/lib/base/log';

/** The runner's words in our log, without what it attaches: payloads and whole errors. */
export const jobLogger = new Logger((scope) => (level, message) => {
  const line = { job: scope.jobId, task: scope.taskIdentifier };
  // Its messages go on with a stack, which names no more than our own code.
  const [words] = message.split('\n', 1);
  if (level === 'error') log.error(line, words);
  else if (level === 'warning') log.warn(line, words);
  else log.debug(line, words);
});
