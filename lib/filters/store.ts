import { ACCOUNT_KEY, DEVICE_KEY, keepFilters, keptFilters, lastWrite, markWrite } from './kept';
import { hasFilter, withFilter } from './matching';
import type { Filter, Filters } from './types';

/** How feeds look to this viewer at the moment; replaced as a whole on each change. */
export type FilterState = {
  filters: Filters;
  /** Keys of filters that were set on this page: a line replaces their papers. */
  fresh: ReadonlySet<string>;
  /** Whether the viewer wants to see hidden papers on this page. */
  shown: boolean;
};

/** Carries the paper's title, because without an account no server has it for the list. */
export type Wish = Filter & { on: boolean; paper?: { slug: string; title: string } };

const NONE: ReadonlySet<string> = new Set();

let state: FilterState | undefined;
/** Changes being sent to the server, by the filter's key. */
export const wishes = new Map<string, Wish>();
const listeners = new Set<() => void>();
/** Writes run sequentially; reads wait for them. */
let writing: Promise<unknown> = Promise.resolve();
let writes = 0;

const current = (): FilterState =>
  (state ??= { filters: keptFilters(), fresh: NONE, shown: false });

export const getFilterState = current;

export function changeFilters(next: Partial<FilterState>): void {
  state = { ...current(), ...next };
  for (const listener of listeners) listener();
}

/** Of this tab, which may have no storage, and of all tabs. */
const writesSoFar = (): string => `${writes} ${lastWrite()}`;

function changeWrites(): void {
  writes += 1;
  markWrite();
}

/** Runs a write after the previous ones. */
export function queueWrite(write: () => Promise<void>): void {
  const run = async () => {
    changeWrites();
    await write();
    changeWrites();
  };
  writing = writing.then(run, run);
}

/** Applies pending changes on top of the filters from the server. */
function adopt(filters: Filters): void {
  let wanted = filters;
  for (const wish of wishes.values()) {
    if (hasFilter(wanted, wish) !== wish.on) wanted = withFilter(wanted, wish, wish.on);
  }
  changeFilters({ filters: wanted });
}

/** Another tab changed the stored filters. */
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

/** On return to a page, papers that were hidden on it are gone, without their lines. */
export const leavePage = (): void => {
  if (state && (state.shown || state.fresh.size > 0)) changeFilters({ fresh: NONE, shown: false });
};

/** Fetches and stores the account's filters; only if the viewer may be signed in. */
export async function loadFilters(): Promise<Filters> {
  for (;;) {
    await writing;
    const before = writesSoFar();
    const response = await fetch('/me/filters', { cache: 'no-store' });
    // The session has ended; the next response of /me clears the hint cookie.
    if (response.status === 401) return current().filters;
    if (!response.ok) throw new Error(`/me/filters responded with ${response.status}`);
    const filters: Filters = await response.json();
    // A tab sent a write meanwhile, so this response may not include it.
    if (writesSoFar() !== before) continue;
    adopt(filters);
    keepFilters(current().filters);
    return filters;
  }
}
