import { entryOf } from '@/lib/base/entry-of';
import type { Scope } from './types';

export const SCOPE_WORDS: Record<Scope, { label: string; hint: string }> = {
  read: {
    label: 'Read your data',
    hint: 'Which papers you upvoted, your private collections and For you.',
  },
  vote: { label: 'Vote', hint: 'Upvote papers in your name.' },
  write: {
    label: 'Write',
    hint: 'Comment, submit and claim papers in your name, and change your collections and For you.',
  },
};

const PROBLEMS: Record<string, string> = {
  invalid: 'Give the token a name of up to 60 characters, and choose when it expires.',
  conflict: 'You have the maximum number of tokens. Revoke one first.',
  not_found: 'There is no such token. It may already be revoked.',
  banned: 'This account can’t create tokens.',
};

/** Returns the message for an error code from the address. */
export const tokenProblem = (error: string): string =>
  entryOf(PROBLEMS, error) ?? 'This did not work. Try again.';
