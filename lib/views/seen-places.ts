const KEY = 'papertide.places';
/** Most papers whose places a tab remembers. */
const MOST = 300;

type Places = Record<string, number>;

function read(): Places {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Places;
  } catch {
    // No storage, or foreign content.
    return {};
  }
}

/**
 * Remembers in this tab the place of a list at which a paper was seen, for a vote on its own page.
 */
export function rememberPlaces(seen: Iterable<[string, number]>): void {
  const places = read();
  for (const [paperId, place] of seen) {
    if (place === 0) continue;
    delete places[paperId];
    places[paperId] = place;
  }
  const latest = Object.entries(places).slice(-MOST);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(latest)));
  } catch {
    // Full or forbidden: such a vote counts as an outside upvote.
  }
}

/**
 * Returns the place at which this tab has seen a paper; undefined if it has not, and on the server.
 */
export const seenPlace = (paperId: number): number | undefined =>
  typeof sessionStorage === 'undefined' ? undefined : read()[paperId];
