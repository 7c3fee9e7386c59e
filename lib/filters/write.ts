import { type Refusal, type Result, readRefusal, refuse } from '@/lib/base/errors';
import { hasHint } from '@/lib/web/hint';
import { UNREACHABLE } from '@/lib/web/updates/messages';
import { keepFilters, keptFilters, keptNames, MOST_HERE } from './kept';
import { keyOf, withFilter } from './matching';
import { changeFilters, getFilterState, queueWrite, type Wish, wishes } from './store';

/**
 * Sets or removes a filter: at once in this tab and, through storage, in the others. If it is
 * refused, it is reverted, and `refused` is called with the reason.
 */
export function setFilter(wish: Wish, refused: (refusal: Refusal) => void): void {
  const before = getFilterState();
  const fresh = new Set(before.fresh);
  if (wish.on) fresh.add(keyOf(wish));
  if (!hasHint()) {
    const refusal = keepHere(wish);
    if (refusal) refused(refusal);
    else changeFilters({ filters: keptFilters(), fresh });
    return;
  }
  const key = keyOf(wish);
  wishes.set(key, wish);
  const filters = withFilter(before.filters, wish, wish.on);
  changeFilters({ filters, fresh });
  keepFilters(filters);
  queueWrite(async () => {
    const result = await put(wish);
    if (wishes.get(key) !== wish) return;
    wishes.delete(key);
    if (result === null) return;
    if (!result.ok) {
      changeFilters({ filters: withFilter(getFilterState().filters, wish, !wish.on) });
      refused(result);
    }
    keepFilters(getFilterState().filters);
  });
}

/** Without an account, the browser's storage is the only copy. */
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

/**
 * Completes even if the user leaves the page, which then gets no response: returns null, since the
 * copy for the next page must not lose what the server may have.
 */
async function put({ kind, value, on }: Wish): Promise<Result<unknown> | null> {
  let isLeft = false;
  const leave = () => {
    isLeft = true;
  };
  addEventListener('pagehide', leave);
  try {
    const response = await fetch('/me/filters', {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, value, on }),
    });
    const body = await response.json();
    return response.ok ? { ok: true, data: body } : readRefusal(body);
  } catch {
    // Requests fail before the page hears that it is left; timers run afterwards, or never.
    await new Promise((later) => setTimeout(later));
    return isLeft ? null : refuse('unavailable', { message: UNREACHABLE });
  } finally {
    removeEventListener('pagehide', leave);
  }
}
