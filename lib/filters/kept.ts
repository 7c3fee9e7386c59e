import { hasHint } from '@/lib/web/hint';
import { NOTHING } from './matching';
import { wordsPattern } from './messages';
import type { Filters } from './types';

/**
 * Filters in this browser. Of an account it is a copy, so that a page can leave out what is hidden
 * before it is painted; without an account it is all there is. Signing in neither shows nor takes
 * over what was hidden before: it may have been somebody else.
 */
export const ACCOUNT_KEY = 'papertide:filters';
export const DEVICE_KEY = 'papertide:filters-here';

/** Papers that a browser keeps by itself. */
export const MOST_HERE = 500;

/** What a list needs to name a paper that was hidden without an account. */
export type Names = Record<number, { slug: string; title: string }>;

/** `pattern` finds any of the words, for the script that runs before everything else. */
type Kept = Filters & { pattern: string; names?: Names };

export const keyHere = (): string => (hasHint() ? ACCOUNT_KEY : DEVICE_KEY);

function read(key: string): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {};
  }
}

/** What this browser knows of the filters of whoever uses it now. */
export function keptFilters(): Filters {
  const { hidden, topic, word } = read(keyHere());
  if (!Array.isArray(hidden) || !Array.isArray(topic) || !Array.isArray(word)) return NOTHING;
  return { hidden, topic, word };
}

export const keptNames = (): Names => read(DEVICE_KEY).names ?? {};

/** Keeps them; false when the browser keeps nothing. */
export function keepFilters({ hidden, topic, word }: Filters, names?: Names): boolean {
  const kept: Kept = { hidden, topic, word, pattern: wordsPattern(word), names };
  try {
    localStorage.setItem(keyHere(), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Once nobody is signed in, nothing of an account stays behind. */
export function dropAccountCopy(): void {
  try {
    if (!hasHint()) localStorage.removeItem(ACCOUNT_KEY);
  } catch {
    // Storage may be forbidden: then there is nothing in it.
  }
}
