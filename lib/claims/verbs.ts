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

const kept = (fields: URLSearchParams, name: string, most: number) =>
  (fields.get(name) ?? '').slice(0, most);

export const verbs = named('claims', {
  claimAuthor: verb({
    who: 'member',
    limit: 'claim',
    input: claimInput,
    run: service.claimAuthor,
    done: ({ status }, { paper }) => claimPath(paper, { done: status }),
    back: (fields, query) =>
      claimPath(kept(fields, 'paper', 40), {
        at: kept(fields, 'position', 6),
        words: kept(fields, 'words', 600),
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
      claimPath(kept(fields, 'paper', 40), {
        contest: kept(fields, 'handle', 30),
        why: kept(fields, 'words', 600),
        ...query,
      }),
  }),
  withdrawClaim: verb({
    who: 'owner',
    limit: 'claim',
    input: withdrawInput,
    run: service.withdrawClaim,
    done: (_, { paper }) => claimPath(paper, { done: 'withdrawn' }),
    back: (fields, query) => claimPath(kept(fields, 'paper', 40), query),
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
