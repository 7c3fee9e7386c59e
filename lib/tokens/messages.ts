import { entryOf } from '@/lib/base/entry-of';
import type { Scope } from './types';

export const SCOPE_WORDS: Record<Scope, { label: string; hint: string }> = {
  read: { label: 'Read what is yours', hint: 'Which papers you upvoted.' },
  vote: { label: 'Vote', hint: 'Upvote papers in your name.' },
  write: { label: 'Write', hint: 'Comment, submit and claim papers in your name.' },
};

const PROBLEMS: Record<string, string> = {
  invalid: 'Give the token a name of up to 60 characters, and choose how long it lives.',
  conflict: 'You have as many tokens as one reader can have. Revoke one first.',
  not_found: 'There is no such token. It may be revoked already.',
  banned: 'This account may not make tokens.',
};

/** What went wrong, by the code in the address. */
export const tokenProblem = (error: string): string =>
  entryOf(PROBLEMS, error) ?? 'This did not work. Try again.';
