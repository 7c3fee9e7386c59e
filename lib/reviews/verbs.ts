import { named, verb } from '@/lib/web/verb';
import { approveInput, refuseInput } from './schema';
import { approveSubmission, refuseSubmission } from './service';

export const verbs = named('reviews', {
  approveSubmission: verb({
    who: 'moderator',
    limit: 'api',
    input: approveInput,
    run: approveSubmission,
    done: 'The paper is on the feeds.',
  }),
  refuseSubmission: verb({
    who: 'moderator',
    limit: 'api',
    input: refuseInput,
    run: refuseSubmission,
    done: 'The submission is refused, and its reader told why.',
  }),
});
