import { parseSource } from '@/lib/papers/sources';
import { LOOK_UP_LIMIT } from './schema';

/** What the bookmarklet and apps that share a page send along: the address may be in any of them. */
export const SHARED = ['url', 'text', 'title'] as const;

/**
 * What to put into the field for what was shared: the first thing in it that is a paper, else the
 * first that there is. Apps put the address into the text, among words, or into the title.
 */
export function sharedText(given: Partial<Record<(typeof SHARED)[number], string>>): string {
  const all = SHARED.map((name) => given[name]?.trim() ?? '').filter(Boolean);
  const pieces = all.flatMap((text) => [text, ...(text.slice(0, 5_000).match(/\S+/g) ?? [])]);
  const addresses = pieces.filter((piece) => parseSource(piece));
  const known = addresses.find((piece) => parseSource(piece)?.source !== 'web');
  return (known ?? addresses[0] ?? all[0] ?? '').slice(0, LOOK_UP_LIMIT);
}
