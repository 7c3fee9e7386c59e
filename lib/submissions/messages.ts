import { entryOf } from '@/lib/base/entry-of';
import type { Reason } from '@/lib/base/errors';
import { SOURCE_NAMES, type Source } from '@/lib/papers/sources';

/** Messages for the submitter, by reason. */
const WORDS: Partial<Record<Reason, string>> = {
  invalid: 'Something is missing or wrong. See the message beside each field.',
  not_recognized:
    'This is not an identifier or address of a paper. Examples: 2201.04388, 10.1145/3292500.3330701, https://openreview.net/forum?id=….',
  not_found: 'The source has no paper with this identifier. Check the digits.',
  removed: 'This paper was removed by the moderators. The moderation log says why.',
  withdrawn:
    'This paper has been withdrawn by its authors or by its source, so it cannot be submitted.',
  too_old:
    'This paper is too old to be submitted here. If search finds it, an upvote puts it on the feeds.',
  source_unavailable: 'The source did not answer for three days.',
  already_here: 'A paper that looks the same is already here.',
  rate_limited: 'Too many submissions. Try again later.',
  banned: 'This account can’t submit papers.',
  unavailable: 'The site is temporarily unavailable. Try again soon.',
};

export const submissionProblem = (reason: string): string =>
  entryOf(WORDS, reason) ?? 'This did not work. Try again.';

/** "arXiv:2201.04388", "doi:10.1145/…", or the address. */
export function identifierWords(source: string, id: string): string {
  const prefix = { arxiv: 'arXiv:', doi: 'doi:', biorxiv: 'doi:', medrxiv: 'doi:' }[source] ?? '';
  if (source === 'openreview') return `OpenReview ${id}`;
  return source === 'acl' ? `ACL Anthology ${id}` : prefix + id;
}

export const sourceName = (source: string): string => SOURCE_NAMES[source as Source] ?? source;

/** Formats a duration, such as "in 3 hours", with useful precision. */
export function inWords(seconds: number): string {
  if (seconds < 90) return 'in a minute';
  if (seconds < 5_400) return `in ${Math.round(seconds / 60)} minutes`;
  return `in ${Math.round(seconds / 3_600)} hours`;
}
