import { type Refusal, type Result, refuse } from '@/lib/errors';
import { hasHint } from '@/lib/people/hint';
import { ACCOUNT_KEY, DEVICE_KEY, keepFilters, keptFilters, keptNames, MOST_HERE } from './kept';
import { hasFilter, keyOf, withFilter } from './matching';
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
const wishes = new Map<string, Wish>();
const listeners = new Set<() => void>();
/** Writes follow each other; what is asked meanwhile is asked again afterwards. */
let writing: Promise<unknown> = Promise.resolve();
let writes = 0;

const current = (): FilterState =>
  (state ??= { filters: keptFilters(), fresh: NONE, shown: false });

export const getFilterState = current;

function change(next: Partial<FilterState>): void {
  state = { ...current(), ...next };
  for (const listener of listeners) listener();
}

/** With what is on its way to the server on top of what came from there. */
function adopt(filters: Filters): void {
  let wanted = filters;
  for (const wish of wishes.values()) {
    if (hasFilter(wanted, wish) !== wish.on) wanted = withFilter(wanted, wish, wish.on);
  }
  change({ filters: wanted });
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

export const showFolded = (shown: boolean): void => change({ shown });

/** The page is left: what was hidden on it is not there any more when the reader comes back. */
export const leavePage = (): void => {
  if (state && (state.shown || state.fresh.size > 0)) change({ fresh: NONE, shown: false });
};

/**
 * Hides, mutes or takes it back: at once in this tab and, by what the browser keeps, in the others.
 * `refused` hears why it did not become so; then everything is as it was.
 */
export function setFilter(wish: Wish, refused: (refusal: Refusal) => void): void {
  const before = current();
  const fresh = new Set(before.fresh);
  if (wish.on) fresh.add(keyOf(wish));
  if (!hasHint()) {
    const refusal = keepHere(wish);
    if (refusal) refused(refusal);
    else change({ filters: keptFilters(), fresh });
    return;
  }
  const key = keyOf(wish);
  wishes.set(key, wish);
  const filters = withFilter(before.filters, wish, wish.on);
  change({ filters, fresh });
  keepFilters(filters);
  const send = async () => {
    writes += 1;
    const result = await put(wish);
    writes += 1;
    if (wishes.get(key) !== wish) return;
    wishes.delete(key);
    if (!result.ok) {
      change({ filters: withFilter(current().filters, wish, !wish.on) });
      refused(result);
    }
    keepFilters(current().filters);
  };
  writing = writing.then(send, send);
}

/** Without an account the browser's own copy is all there is. */
function keepHere(wish: Wish): Refusal | null {
  const filters = withFilter(keptFilters(), wish, wish.on);
  if (filters.hidden.length > MOST_HERE) {
    const most = `This browser keeps ${MOST_HERE} hidden papers. Sign in to hide more.`;
    return refuse('conflict', { message: most });
  }
  const names = keptNames();
  if (wish.kind === 'hidden' && wish.on && wish.paper) names[wish.value] = wish.paper;
  if (wish.kind === 'hidden' && !wish.on) delete names[wish.value];
  if (keepFilters(filters, names)) return null;
  return refuse('unavailable', { message: 'This browser keeps nothing. Sign in to hide papers.' });
}

/** Sent even when its page is left in the same moment. */
async function put({ kind, value, on }: Wish): Promise<Result<unknown>> {
  try {
    const answer = await fetch('/api/me/filters', {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, value, on }),
    });
    const body = await answer.json();
    return answer.ok ? { ok: true, data: body } : refuse(body.error, { message: body.message });
  } catch {
    return refuse('unavailable', { message: 'The site cannot be reached. Nothing was changed.' });
  }
}

/** Asks the server what the account's filters are, and keeps them; only for who may be signed in. */
export async function loadFilters(): Promise<Filters> {
  for (;;) {
    await writing;
    const before = writes;
    const answer = await fetch('/api/me/filters', { cache: 'no-store' });
    // The session is over; the hint of it goes with the next answer of /api/me.
    if (answer.status === 401) return current().filters;
    if (!answer.ok) throw new Error(`/api/me/filters answered ${answer.status}`);
    const filters: Filters = await answer.json();
    // An answer that was on its way during a write may know it or not.
    if (writes !== before) continue;
    adopt(filters);
    keepFilters(current().filters);
    return filters;
  }
}
