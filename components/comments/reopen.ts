import type { Target } from './target';

/** The form that a reload shall find open; in this tab only. */
const KEY = 'papertide:reopen-form';
const LIFE = 60_000;

/** Remembers which form is open while the page is reloaded by itself. */
export function keepOpen(paperId: number, target: Target): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ paperId, target, at: Date.now() }));
  } catch {
    // Storage may be forbidden: then the page is not reloaded by itself either.
  }
}

/** Returns the form that was open before the page was reloaded by itself, once. */
export function takeOpen(paperId: number): Target | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (kept?.paperId !== paperId) return null;
    sessionStorage.removeItem(KEY);
    return Date.now() - kept.at < LIFE ? kept.target : null;
  } catch {
    return null;
  }
}

/** What keeps the form from being opened again: the page was not reloaded. */
export function dropOpen(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
