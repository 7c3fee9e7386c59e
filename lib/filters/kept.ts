import { hasHint } from '@/lib/web/hint';
import { NOTHING } from './matching';
import { wordsPattern } from './messages';
import type { Filters } from './types';

/**
 * Filters in this browser. For an account they are a copy, so that a page can leave out hidden
 * papers before the first paint; without an account they are all there is. Signing in neither
 * applies nor imports those stored before, which may belong to another user.
 */
export const ACCOUNT_KEY = 'papertide:filters';
export const DEVICE_KEY = 'papertide:filters-here';
/** Another value after each start and end of a write, in any tab. */
const WRITE_KEY = 'papertide:filters-write';

/** Most hidden papers in a browser without an account. */
export const MOST_HERE = 500;

/** Titles for the list of papers that were hidden without an account. */
export type Names = Record<number, { slug: string; title: string }>;

/** `pattern` matches any of the words, for the inline script that runs first. */
type Kept = Filters & { pattern: string; names?: Names };

export const keyHere = (): string => (hasHint() ? ACCOUNT_KEY : DEVICE_KEY);

function read(key: string): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {};
  }
}

/** Returns the stored filters of the current user of this browser. */
export function keptFilters(): Filters {
  const { hidden, topic, word } = read(keyHere());
  if (!Array.isArray(hidden) || !Array.isArray(topic) || !Array.isArray(word)) return NOTHING;
  return { hidden, topic, word };
}

export const keptNames = (): Names => read(DEVICE_KEY).names ?? {};

/** Stores the filters; returns false if the browser has no storage. */
export function keepFilters({ hidden, topic, word }: Filters, names?: Names): boolean {
  const kept: Kept = { hidden, topic, word, pattern: wordsPattern(word), names };
  try {
    localStorage.setItem(keyHere(), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Returns a value that is another after a write in any tab. */
export function lastWrite(): string {
  try {
    return localStorage.getItem(WRITE_KEY) ?? '';
  } catch {
    return '';
  }
}

/** Tells the loads of all tabs that a write started or ended, so that their response is old. */
export function markWrite(): void {
  try {
    localStorage.setItem(WRITE_KEY, crypto.randomUUID());
  } catch {
    // Without storage, tabs do not hear of each other.
  }
}

/** After signing out, no copy of the account's filters stays in the browser. */
export function dropAccountCopy(): void {
  try {
    if (!hasHint()) localStorage.removeItem(ACCOUNT_KEY);
  } catch {
    // Storage may be forbidden, and is empty then.
  }
}
