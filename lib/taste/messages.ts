import { entryOf } from '@/lib/base/entry-of';
import { plural } from '@/lib/base/plural';
import type { Why } from './types';

const list = new Intl.ListFormat('en');

/** Formats the reasons: "Because of rectified flow and Qiang Liu"; empty without any. */
export function whyWords({ features, close }: Why): string {
  if (features.length > 0) return `Because of ${list.format(features.map(({ shown }) => shown))}`;
  return close ? 'Close in meaning to papers you liked' : '';
}

/** Returns the message of a For you form's outcome in an address; null for an unknown one. */
export function doneWords(
  done: string,
  counts = { papers: 0, missing: 0, topics: 0 },
): string | null {
  if (done === 'started') {
    const parts = [
      ...(counts.papers > 0 ? [plural(counts.papers, 'paper')] : []),
      ...(counts.topics > 0 ? [plural(counts.topics, 'topic')] : []),
    ];
    const missing =
      counts.missing > 0
        ? ` ${plural(counts.missing, 'paper')} from your list ${counts.missing === 1 ? 'is' : 'are'} not on this site.`
        : '';
    return parts.length > 0
      ? `For you now starts from ${list.format(parts)}.${missing}`
      : `None of these papers is on this site.${missing}`;
  }
  return entryOf(DONE, done) ?? null;
}

const DONE: Record<string, string> = {
  weights: 'Saved. For you is in its new order.',
  undone: 'Undone. For you may show this paper again.',
  brought: 'Your model is now used together with what this site learns.',
  deleted: 'Deleted. Nothing is learned until you turn For you on again.',
  feed: 'Your feed has new addresses. Keep them private: they open without signing in.',
  ended: 'Your private feed has ended. Its addresses no longer work.',
};

export const PROBLEMS: Record<string, string> = {
  invalid: 'Paste identifiers, choose a .bib file, or enter arXiv categories such as cs.LG.',
  weights: 'These settings could not be saved. Reload the page and try again.',
  file: 'This file is not a model from For you, or this site does not support its version.',
  conflict:
    'You’ve reached the limit. Set some sliders back to 1, or delete your taste to start over.',
};
