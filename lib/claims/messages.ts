import { entryOf } from '@/lib/base/entry-of';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { CLAIM_LIMITS } from './schema';

/** What went wrong, by the form that it went wrong in. */
const WORDS: Record<string, Partial<Record<Reason, string>>> = {
  claimAuthor: {
    invalid: `Choose your name in the list. What you add has at most ${CLAIM_LIMITS.words} characters.`,
    taken: 'Somebody is confirmed as this author. If that is wrong, contest it below.',
    conflict: 'You are confirmed as another author of this paper. Give that up first.',
    forbidden: `The moderators refused this claim. It can be made again ${CLAIM_LIMITS.patience} days after that.`,
    rate_limited: `${CLAIM_LIMITS.open} of your claims wait already, or that were many in a short time.`,
  },
  withdrawClaim: { not_found: 'There is nothing to take back.' },
  contestClaim: {
    invalid: `Say why in 10 to ${CLAIM_LIMITS.words} characters.`,
    not_found: 'This reader is no confirmed author of this paper any more.',
    forbidden: 'To give up your own place, take your claim back.',
    rate_limited: 'That were many in a short time. Try again later.',
  },
};

export const claimProblem = (about: string, error: string): string =>
  reasonWords(error, entryOf(WORDS, about));
