/**
 * Votes that were shown and not confirmed when their page went away: a reload can be faster than
 * the request. They stay in this tab for a minute, and their paper sends them again.
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

/** Keeps what is wanted of a paper; undefined when that is settled. */
export function keepWish(paperId: number, upvoted: boolean | undefined): void {
  const kept = read();
  if (upvoted === undefined) delete kept[paperId];
  else kept[paperId] = { upvoted, at: Date.now() };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage may be forbidden: a vote is then as safe as its request.
  }
}

/** What was wanted of a paper on a page that went away, or undefined. */
export function keptWish(paperId: number): boolean | undefined {
  const wish = read()[paperId];
  return wish && Date.now() - wish.at < LIFE ? wish.upvoted : undefined;
}

/** Whoever signs in next shall not send what somebody else wanted. */
export function dropWishes(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
