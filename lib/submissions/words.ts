import type { Reason } from '@/lib/errors';

/** What went wrong with a submission, in words for the one who submits. */
const WORDS: Partial<Record<Reason, string>> = {
  invalid: 'Paste an arXiv identifier or the address of a paper at arXiv.',
  not_recognized:
    'This is not an arXiv identifier or address. It looks like 2201.04388, hep-th/9901001 or https://arxiv.org/abs/2201.04388.',
  not_found: 'arXiv knows no paper of this identifier. Is a digit wrong?',
  removed: 'This paper was removed by the moderators. The log of moderation says why.',
  withdrawn: 'This paper has been withdrawn by its authors or by arXiv, so it cannot be submitted.',
  source_unavailable: 'arXiv does not answer at the moment.',
  rate_limited: 'That were many in a short time. Try again later.',
  banned: 'This account may not submit papers.',
  already_here: 'It was here already.',
  unavailable: 'The site is not available at the moment. Try again soon.',
};

export const submissionProblem = (reason: string): string =>
  WORDS[reason as Reason] ?? 'This did not work. Try again.';
