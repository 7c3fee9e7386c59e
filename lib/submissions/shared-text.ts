import { parseSource } from '@/lib/papers/sources';
import { LOOK_UP_LIMIT } from './schema';

/** Fields from the bookmarklet and from share targets; the address may be in any of them. */
export const SHARED = ['url', 'text', 'title'] as const;

/**
 * Returns the initial text of the field: the first paper in the shared fields, else the first text.
 * Apps put the address into the text, among words, or into the title.
 */
export function sharedText(given: Partial<Record<(typeof SHARED)[number], string>>): string {
  const all = SHARED.map((name) => given[name]?.trim() ?? '').filter(Boolean);
  const pieces = all.flatMap((text) => [text, ...(text.slice(0, 5_000).match(/\S+/g) ?? [])]);
  const addresses = pieces.filter((piece) => parseSource(piece));
  const known = addresses.find((piece) => parseSource(piece)?.source !== 'web');
  return (known ?? addresses[0] ?? all[0] ?? '').slice(0, LOOK_UP_LIMIT);
}
