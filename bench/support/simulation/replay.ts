import { randomFrom } from '@/db/demo/random';
import { BRINGS, type List } from '@/lib/ranking/exposure';
import { CHANCE_DAYS, giveChances, inTurn, weave } from '@/lib/ranking/fair-chances';
import { type Crowd, createCrowd } from './crowd';
import { createExposure } from './exposure';
import { mean, ndcg } from './measures';
import { type Order, sortBy } from './orders';
import { arrivals, BEGIN, cumulativeShares, DAY, drawRank, HOUR, type Paper } from './world';

export type Setting = {
  papersPerDay: number;
  viewsPerDay: number;
  /** Users who return and decide about each paper once; Infinity: every view is by a new user. */
  readers: number;
  /** The fixed share of views that the list of the newest papers gets. */
  fromNew: number;
  /** Outside upvotes for some bad papers. */
  crowd?: Crowd;
  watch?: Watch;
};

/** Receives the events that a site counts. */
export type Watch = {
  /** An hour begins: Trending by rank and as shown, and the newest papers. */
  hour(now: number, lists: { ranked: Paper[]; shown: Paper[]; newest: Paper[] }): void;
  view(list: List, paper: Paper): void;
  vote(list: List, paper: Paper): void;
};

/** Positions that are counted, as on the site. */
export const PLACES = 100;

/** Days of a replay, of which the first are not measured. */
const DAYS = 50;
const WARM_UP = 20;
/** Days after which a paper gets no more views. */
const LIVES = 20;
/** Papers kept sorted on a large site: twice the positions that are viewed. */
const KEPT = 1_000;
const TICK = HOUR / 3;
const PAGE = 25;
/** A paper is discovered if its own score ranks it in the top ten within three days. */
const FOUND_AT = 10;
const FOUND_WITHIN = 3 * DAY;

export const AGES = [1, 3, 7] as const;

export type Outcome = {
  /** By the days of AGES. */
  ndcg: number[];
  /** The share of the best tenth of papers that was discovered. */
  discovered: number;
  /** Upvotes per hundred views: the quality of what users saw. */
  votes: number;
  /** Hours that papers with a crowd stayed on the first page. */
  held: number;
};

/** Papers eligible for exploration. */
export const candidatesOf = (live: Paper[], now: number): Paper[] =>
  live.filter(({ born }) => now - born <= CHANCE_DAYS * DAY);

/** Ids in the order of exploration for the hour that has just begun. */
const turnOf = (live: Paper[], now: number): number[] =>
  inTurn(candidatesOf(live, now), Math.floor(now / HOUR));

/** Trending as shown: by rank, with this hour's exploration at its positions. */
function withChances(ranked: Paper[], turn: number[]): Paper[] {
  const first = ranked.slice(0, PAGE).map(({ id }) => id);
  const chances = giveChances(turn, first, PAGE).flatMap(({ id, place }) => {
    const row = ranked.find((paper) => paper.id === id);
    return row ? [{ row, place }] : [];
  });
  const rest = ranked.filter((paper) => !chances.some(({ row }) => row === paper));
  return weave(rest, chances);
}

/** Runs one replay: the same `seed` gives the same papers and the same view randomness. */
export function replay(order: Order, chances: boolean, seed: number, setting: Setting): Outcome {
  const shares = cumulativeShares();
  const papers = arrivals(randomFrom(seed), DAYS, setting.papersPerDay);
  const random = randomFrom(seed + 1_000_000);
  const found = new Set<Paper>();
  const quality: number[][] = AGES.map(() => []);
  let [views, measuredViews, cast, votes, first, next] = [0, 0, 0, 0, 0, 0];
  let live: Paper[] = [];
  let turn: number[] = [];
  const { watch } = setting;
  const exposure = createExposure();
  const crowd = createCrowd(setting.crowd, papers);

  for (let now = BEGIN; now < BEGIN + DAYS * DAY; now += TICK) {
    for (; (papers[next]?.born ?? Infinity) <= now; next++) {
      const paper = papers[next] as Paper;
      order.event?.(paper, 1, paper.born);
      live.push(paper);
    }
    for (const paper of crowd.arriving(now)) {
      const { votes: many = 0, onList = 0 } = setting.crowd ?? {};
      paper.votes += onList;
      paper.outsideVotes += many - onList;
      paper.outsideExposure += (many - onList) * BRINGS * (views / (cast + 1));
      order.event?.(paper, many, now);
    }
    live = sortBy(
      order,
      live.filter(({ born }) => now - born < LIVES * DAY),
      now,
    );
    // Positions beyond these get no views, and only new papers can still rise.
    if (live.length > KEPT) {
      live = live.filter(({ born }, i) => i < KEPT || now - born <= CHANCE_DAYS * DAY);
    }
    if (chances && now % HOUR === 0) turn = turnOf(live, now);
    const shown = chances ? withChances(live, turn) : live;
    if (now % HOUR === 0) {
      const newest = papers.slice(Math.max(0, next - PLACES), next).reverse();
      watch?.hour(now, { ranked: live, shown, newest });
      exposure.share(0, (place) => shown[place]);
      exposure.share(1, (place) => papers[next - 1 - place]);
      crowd.look(live);
    }
    const measured = now >= BEGIN + WARM_UP * DAY;
    for (const paper of live.slice(0, FOUND_AT)) {
      if (now - paper.born <= FOUND_WITHIN) found.add(paper);
    }
    if (measured && now % HOUR === 0) {
      while (now - (papers[first]?.born ?? now) > LIVES * DAY) first++;
      const offered = papers.slice(first, next);
      for (const [i, days] of AGES.entries()) quality[i]?.push(ndcg(shown, offered, days, now));
    }
    for (let n = Math.round((setting.viewsPerDay * TICK) / DAY); n > 0; n--) {
      const fromNew = random.next() < setting.fromNew;
      const rank = drawRank(shares, random);
      const [luck, reader] = [random.next(), Math.floor(random.next() * setting.readers)];
      const paper = fromNew ? papers[next - 1 - rank] : shown[rank];
      if (!paper) continue;
      paper.views++;
      const list = fromNew ? 'new' : 'trending';
      if (rank < PLACES) watch?.view(list, paper);
      exposure.count(fromNew ? 1 : 0, rank);
      views++;
      if (measured) measuredViews++;
      if (Number.isFinite(reader)) {
        if (paper.decided.has(reader)) continue;
        paper.decided.add(reader);
      }
      if (luck >= paper.quality) continue;
      paper.votes++;
      if (rank < PLACES) watch?.vote(list, paper);
      cast++;
      order.event?.(paper, 1, now + TICK);
      if (measured) votes++;
    }
  }

  const judged = papers
    .filter(({ born }) => born >= BEGIN + WARM_UP * DAY && born < BEGIN + DAYS * DAY - FOUND_WITHIN)
    .sort((a, b) => b.quality - a.quality);
  const best = judged.slice(0, Math.round(judged.length / 10));
  return {
    ndcg: quality.map(mean),
    discovered: best.filter((paper) => found.has(paper)).length / best.length,
    votes: (100 * votes) / measuredViews,
    held: crowd.hours(),
  };
}
