/**
 * Exposure: an estimate of how many times readers saw a paper. Each hour, a list's views are
 * distributed over its places by the usual share of each place, so a paper gains what its place is
 * worth. A paper's own views are not used: nobody can raise one paper's exposure without loading
 * whole pages.
 */

/** The lists whose places are counted separately. */
export const LISTS = ['trending', 'new'] as const;
export type List = (typeof LISTS)[number];

/** Views of a place, counted from 1. */
export type PlaceViews = { place: number; views: number };

/** Days from which the usual shares are measured. */
export const SHARE_DAYS = 30;

/** The share of the first place, 10 %, and at place 40, 0.4 %, which define the decline. */
const FIRST_SHARE = 0.1;
const SHARE_AT_40 = 0.004;
const EXPONENT = Math.log(FIRST_SHARE / SHARE_AT_40) / Math.log(40);

/** The weight of the curve in views, against the measured ones. */
const CURVE_VIEWS = 500;

/** Returns the shares of `places` places by the fitted curve; they sum to 1. */
export function curveShares(places: number): number[] {
  const raw = Array.from({ length: places }, (_, i) => (i + 1) ** -EXPONENT);
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((share) => share / sum);
}

/**
 * Returns the usual share of each place from 1 to `places`: measured, and shrunk towards the curve
 * where there are few views. They sum to 1.
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

/**
 * Returns the exposure that each paper gains in an hour: the list's views times the share of the
 * paper's place.
 */
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

/** Pseudo-counts: upvotes added to the measured ones, with views for each. */
const VOTES_ASSUMED = 20;
export const VIEWS_A_VOTE_ASSUMED = 20;
const MOST_VIEWS_A_VOTE = 60;

/** Returns the average views per upvote on the lists; 0 on a site without views. */
export function viewsAVote(views: number, votes: number): number {
  if (views <= 0) return 0;
  const assumed = Math.min(VOTES_ASSUMED, views / VIEWS_A_VOTE_ASSUMED);
  const average = (views + assumed * VIEWS_A_VOTE_ASSUMED) / (votes + assumed);
  return Math.min(MOST_VIEWS_A_VOTE, average);
}

/** The fraction of it that an outside upvote brings along. */
export const BRINGS = 0.5;

/**
 * Upvotes of a paper from one network that count as from a list; further ones count as outside
 * upvotes.
 */
export const FROM_ONE_NETWORK = 2;
