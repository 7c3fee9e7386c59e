/**
 * Unconfirmed votes of pages that went away: a reload can be faster than the request. They stay in
 * this tab for a minute, and the paper's button sends them again.
 */

const KEY = 'papertide:unconfirmed-votes';
const LIFE = 60_000;

type Kept = Record<string, { upvoted: boolean; at: number }>;

function read(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

/** Stores the wanted state of a paper; undefined once it is confirmed or refused. */
export function keepWish(paperId: number, upvoted: boolean | undefined): void {
  const kept = read();
  if (upvoted === undefined) delete kept[paperId];
  else kept[paperId] = { upvoted, at: Date.now() };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage may be forbidden: then a vote depends on its request alone.
  }
}

/** Returns the wanted state of a paper from a page that went away, or undefined. */
export function keptWish(paperId: number): boolean | undefined {
  const wish = read()[paperId];
  return wish && Date.now() - wish.at < LIFE ? wish.upvoted : undefined;
}

/** The next user of this tab must not send votes of the previous one. */
export function dropWishes(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden.
  }
}
