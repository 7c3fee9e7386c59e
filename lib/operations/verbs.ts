import { named, verb } from '@/lib/web/verb';
import { runJobInput } from './schema';
import { runJob } from './service';

export const verbs = named('operations', {
  runJob: verb({
    who: 'admin',
    limit: 'api',
    input: runJobInput,
    run: runJob,
    done: 'The job is due now.',
  }),
});
