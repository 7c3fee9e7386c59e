import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { claimPath } from './paths';
import {
  claimInput,
  contestInput,
  settleClaimInput,
  settleContestInput,
  withdrawInput,
} from './schema';
import * as service from './service';

export const verbs = named('claims', {
  claimAuthor: verb({
    who: 'member',
    limit: 'claim',
    input: claimInput,
    run: service.claimAuthor,
    done: ({ status }, { paper }) => claimPath(paper, { done: status }),
    back: (fields, query) =>
      claimPath(typedText(fields, 'paper', 40), {
        at: typedText(fields, 'position', 6),
        words: typedText(fields, 'words', 600),
        ...query,
      }),
  }),
  // In the permission table, `author` has no claim: other users are confirmed.
  contestClaim: verb({
    who: 'member',
    limit: 'claim',
    input: contestInput,
    run: service.contestClaim,
    done: (_, { paper }) => claimPath(paper, { done: 'contested' }),
    back: (fields, query) =>
      claimPath(typedText(fields, 'paper', 40), {
        contest: typedText(fields, 'handle', 30),
        why: typedText(fields, 'words', 600),
        ...query,
      }),
  }),
  withdrawClaim: verb({
    who: 'owner',
    limit: 'claim',
    input: withdrawInput,
    run: service.withdrawClaim,
    done: (_, { paper }) => claimPath(paper, { done: 'withdrawn' }),
    back: (fields, query) => claimPath(typedText(fields, 'paper', 40), query),
  }),
  settleClaim: verb({
    who: 'moderator',
    limit: 'api',
    input: settleClaimInput,
    run: service.settleClaim,
    done: 'The claim is settled.',
  }),
  settleContest: verb({
    who: 'moderator',
    limit: 'api',
    input: settleContestInput,
    run: service.settleContest,
    done: 'The doubts are settled.',
  }),
});
