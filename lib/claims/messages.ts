import { entryOf } from '@/lib/base/entry-of';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { CLAIM_LIMITS } from './schema';

/** Messages by form and reason. */
const WORDS: Record<string, Partial<Record<Reason, string>>> = {
  claimAuthor: {
    invalid: `Choose your name in the list. What you add has at most ${CLAIM_LIMITS.words} characters.`,
    taken: 'Another user is confirmed as this author. If that is wrong, contest it below.',
    conflict: 'You are confirmed as another author of this paper. Give that up first.',
    forbidden: `The moderators refused this claim. You can make it again ${CLAIM_LIMITS.patience} days after that.`,
    rate_limited: `${CLAIM_LIMITS.open} of your claims are already waiting, or you made too many in a short time.`,
  },
  withdrawClaim: { not_found: 'There is no claim to withdraw.' },
  contestClaim: {
    invalid: `Say why in 10 to ${CLAIM_LIMITS.words} characters.`,
    not_found: 'This user is no longer a confirmed author of this paper.',
    forbidden: 'To give up your own place, withdraw your claim.',
    rate_limited: 'Too many requests. Try again later.',
  },
};

export const claimProblem = (about: string, error: string): string =>
  reasonWords(error, entryOf(WORDS, about));
