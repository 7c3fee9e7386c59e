/**
 * The vote of somebody who had to sign in first. It stays in this browser, for an hour, because the
 * mailed link may open in another tab; it is never carried in an address and never cast by itself.
 */

const KEY = 'papertide:wanted-upvote';
const LIFE = 3_600_000;

export function rememberVote(paperId: number): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ paperId, at: Date.now() }));
  } catch {
    // Storage may be forbidden: the reader then clicks again.
  }
}

export function isRemembered(paperId: number): boolean {
  try {
    const { paperId: id, at } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return id === paperId && Date.now() - at < LIFE;
  } catch {
    return false;
  }
}

export function forgetVote(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
