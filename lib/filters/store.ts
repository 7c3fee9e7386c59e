import { ACCOUNT_KEY, DEVICE_KEY, keepFilters, keptFilters } from './kept';
import { hasFilter, withFilter } from './matching';
import type { Filter, Filters } from './types';

/** How feeds look to this reader at the moment; replaced as a whole with each change. */
export type FilterState = {
  filters: Filters;
  /** Names of the filters that were set on this very page: their papers leave a line behind. */
  fresh: ReadonlySet<string>;
  /** Whether the reader wants to see what is left out here. */
  shown: boolean;
};

/** A paper's name goes along, for a list that has nobody to ask. */
export type Wish = Filter & { on: boolean; paper?: { slug: string; title: string } };

const NONE: ReadonlySet<string> = new Set();

let state: FilterState | undefined;
/** What is on its way to the server, by the filter's name. */
export const wishes = new Map<string, Wish>();
const listeners = new Set<() => void>();
/** Writes follow each other; what is asked meanwhile is asked again afterwards. */
let writing: Promise<unknown> = Promise.resolve();
let writes = 0;

const current = (): FilterState =>
  (state ??= { filters: keptFilters(), fresh: NONE, shown: false });

export const getFilterState = current;

export function changeFilters(next: Partial<FilterState>): void {
  state = { ...current(), ...next };
  for (const listener of listeners) listener();
}

/** Runs a write after those before it. */
export function queueWrite(write: () => Promise<void>): void {
  const run = async () => {
    writes += 1;
    await write();
    writes += 1;
  };
  writing = writing.then(run, run);
}

/** With what is on its way to the server on top of what came from there. */
function adopt(filters: Filters): void {
  let wanted = filters;
  for (const wish of wishes.values()) {
    if (hasFilter(wanted, wish) !== wish.on) wanted = withFilter(wanted, wish, wish.on);
  }
  changeFilters({ filters: wanted });
}

/** Another tab has changed what this browser keeps. */
function heard({ key }: StorageEvent): void {
  if (key === null || key === ACCOUNT_KEY || key === DEVICE_KEY) adopt(keptFilters());
}

export function subscribeFilters(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', heard);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', heard);
  };
}

export const showFolded = (shown: boolean): void => changeFilters({ shown });

/** The page is left: what was hidden on it is not there any more when the reader comes back. */
export const leavePage = (): void => {
  if (state && (state.shown || state.fresh.size > 0)) changeFilters({ fresh: NONE, shown: false });
};

/** Asks the server what the account's filters are, and keeps them; only for who may be signed in. */
export async function loadFilters(): Promise<Filters> {
  for (;;) {
    await writing;
    const before = writes;
    const answer = await fetch('/me/filters', { cache: 'no-store' });
    // The session is over; the hint of it goes with the next answer of /me.
    if (answer.status === 401) return current().filters;
    if (!answer.ok) throw new Error(`/me/filters answered ${answer.status}`);
    const filters: Filters = await answer.json();
    // An answer that was on its way during a write may know it or not.
    if (writes !== before) continue;
    adopt(filters);
    keepFilters(current().filters);
    return filters;
  }
}
