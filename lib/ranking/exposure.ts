/**
 * Exposure: about how many times a paper was before readers' eyes. Each hour, the views of all
 * places of a list are shared out by the share that each place usually has, so that a paper gains
 * what its place is worth. Its own views are never looked at: nobody can raise one paper's exposure
 * without loading whole pages.
 */

/** The lists whose places are counted apart. */
export const LISTS = ['trending', 'new'] as const;
export type List = (typeof LISTS)[number];

/** Views of a place, counted from 1. */
export type PlaceViews = { place: number; views: number };

/** Days over which the usual share of a place is taken. */
export const SHARE_DAYS = 30;

/** The share of the first place, and how shares fall: 10 % and, at place 40, 0.4 %. */
const FIRST_SHARE = 0.1;
const SHARE_AT_40 = 0.004;
const EXPONENT = Math.log(FIRST_SHARE / SHARE_AT_40) / Math.log(40);

/** Views that the curve counts for beside those that were measured. */
const CURVE_VIEWS = 500;

/** Shares of the views of `places` places by the fitted curve; they add up to 1. */
export function curveShares(places: number): number[] {
  const raw = Array.from({ length: places }, (_, i) => (i + 1) ** -EXPONENT);
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((share) => share / sum);
}

/**
 * The usual share of each place from 1 to `places`, from what was measured there; where that is
 * little, drawn towards the curve. They add up to 1.
 */
export function sharesOf(measured: Iterable<PlaceViews>, places: number): number[] {
  const views = Array.from({ length: places }, () => 0);
  for (const { place, views: count } of measured) {
    if (place >= 1 && place <= places) views[place - 1] = (views[place - 1] ?? 0) + count;
  }
  const sum = views.reduce((a, b) => a + b, 0);
  return curveShares(places).map(
    (share, i) => ((views[i] ?? 0) + CURVE_VIEWS * share) / (sum + CURVE_VIEWS),
  );
}

/** The paper at a place of a list within an hour. */
export type Stood = { list: List; place: number; paperId: number };

/** What each paper gains in an hour: the list's views in it by the share of the paper's place. */
export function exposuresOf(
  stood: Iterable<Stood>,
  viewsInHour: Record<List, number>,
  shares: Record<List, number[]>,
): Map<number, number> {
  const gained = new Map<number, number>();
  for (const { list, place, paperId } of stood) {
    const views = viewsInHour[list] * (shares[list][place - 1] ?? 0);
    if (views > 0) gained.set(paperId, (gained.get(paperId) ?? 0) + views);
  }
  return gained;
}

/** Upvotes that are assumed beside what was counted, and the views that each of them takes. */
const VOTES_ASSUMED = 20;
export const VIEWS_A_VOTE_ASSUMED = 20;
const MOST_VIEWS_A_VOTE = 60;

/**
 * The views that an upvote takes on average on the lists, by what was counted there; 0 on a site
 * whose pages nobody has looked at.
 */
export function viewsAVote(views: number, votes: number): number {
  if (views <= 0) return 0;
  const assumed = Math.min(VOTES_ASSUMED, views / VIEWS_A_VOTE_ASSUMED);
  const average = (views + assumed * VIEWS_A_VOTE_ASSUMED) / (votes + assumed);
  return Math.min(MOST_VIEWS_A_VOTE, average);
}

/** The part of that which an upvote from elsewhere brings along. */
export const BRINGS = 0.5;

/** Upvotes of a paper from one network that count as from a list; more count as from elsewhere. */
export const FROM_ONE_NETWORK = 2;
