import { entryOf } from '@/lib/base/entry-of';
import type { Why } from './types';

const list = new Intl.ListFormat('en');

/** "Because of rectified flow and Qiang Liu"; empty without a reason. */
export function whyWords({ features, close }: Why): string {
  if (features.length > 0) return `Because of ${list.format(features.map(({ shown }) => shown))}`;
  return close ? 'Close in meaning to papers you liked' : '';
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What became of a form of the taste page, by what its address says. */
export function doneWords(done: string, told: { papers: number; missing: number; topics: number }) {
  if (done === 'started') {
    const parts = [
      ...(told.papers > 0 ? [count(told.papers, 'paper')] : []),
      ...(told.topics > 0 ? [count(told.topics, 'topic')] : []),
    ];
    const missing =
      told.missing > 0
        ? ` ${count(told.missing, 'paper')} of your list ${told.missing === 1 ? 'is' : 'are'} not on this site.`
        : '';
    return parts.length > 0
      ? `For you now starts from ${list.format(parts)}.${missing}`
      : `None of these papers is on this site.${missing}`;
  }
  return entryOf(DONE, done) ?? null;
}

const DONE: Record<string, string> = {
  weights: 'Saved. For you is in its new order.',
  brought: 'Your model is in use. It counts beside what is learned here.',
  deleted: 'Deleted. Nothing is learned until you turn For you on again.',
  feed: 'Your feed has an address. Keep it to yourself: whoever has it reads your feed.',
  ended: 'The address of your feed no longer works.',
};

export const PROBLEMS: Record<string, string> = {
  invalid: 'Paste identifiers, choose a .bib file or name topics of arXiv, such as cs.LG.',
  file: 'This file is no model of For you, or of a version that this site does not know.',
  conflict: 'You have reached the most there can be. Delete your taste, or reset some settings.',
};
