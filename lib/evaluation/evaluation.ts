import { exposuresOf, LISTS, type List } from '@/lib/ranking/exposure';
import { BACKGROUND, PRIOR, type TimeScale } from '@/lib/ranking/trending';
import { estimateVotes, guessRate, type Observed } from './estimators';
import { perHundredViews } from './intervals';
import { rankBy } from './orders';
import { expectedViews, placesOf } from './propensities';
import {
  type Candidate,
  type Counted,
  type Estimates,
  type LoggedHour,
  ORDER_NAMES,
  type OrderName,
  type PaperBefore,
} from './types';

/** Nothing is estimated below any of these. */
export const FEWEST_DAYS = 7;
export const FEWEST_VOTES = 100;
export const FEWEST_VIEWS = 2_000;

const DAY = 24 * 3_600_000;
const NOTHING = { trending: 0, new: 0 };

type Totals = Record<OrderName, { inverse: number; robust: number }>;
type DayTotals = { views: number; votes: number; orders: Totals };

const noTotals = (): DayTotals => ({
  views: 0,
  votes: 0,
  orders: Object.fromEntries(
    ORDER_NAMES.map((name) => [name, { inverse: 0, robust: 0 }]),
  ) as Totals,
});

/**
 * Replays the log hour by hour and estimates what readers would have upvoted within each hour, had
 * Trending shown the listed papers in another order. Papers are as they were at the start of the
 * hour; effects of another order on later hours are not estimated. `shares` are the shares of views
 * by place, for each list.
 */
export function createEvaluation(
  before: Iterable<PaperBefore>,
  shares: Record<List, number[]>,
  scale: TimeScale,
) {
  const papers = new Map([...before].map((paper) => [paper.id, structuredClone(paper)]));
  const days = new Map<number, DayTotals>();
  let [allVotes, allViews] = [PRIOR, BACKGROUND];

  /** Returns the observations of all papers of an hour that could have been at other places. */
  function observe(hour: LoggedHour, today: Candidate[]) {
    const rank = new Map(today.map(({ id }, i) => [id, i + 1]));
    const counted = new Map(hour.counted.map((one) => [one.paperId, one]));
    const here = new Set(hour.stood.map(({ list, paperId }) => `${list} ${paperId}`));
    // Papers that arrived within the hour took views from none of the places logged at its start.
    const views = viewsOf(hour.counted, (list, id) => here.has(`${list} ${id}`));
    const observed = new Map<number, Observed>();
    for (const [id, placed] of placesOf(hour.stood, (paper) => rank.get(paper) ?? null)) {
      const paper = papers.get(id);
      if (!paper) continue;
      const { votes = NOTHING } = counted.get(id) ?? {};
      const expected = expectedViews(placed, views, shares);
      observed.set(id, {
        expected: expected.before,
        shown: expected.shown,
        votes: votes.trending + votes.new,
        guess: guessRate(paper.votes, paper.views, allVotes / allViews),
      });
    }
    return observed;
  }

  /**
   * Adds an hour. Returns the order of papers under each ranking, for tests that know the true
   * rates.
   */
  function add(hour: LoggedHour): Record<OrderName, number[]> {
    const views = viewsOf(hour.counted);
    const shown = {} as Record<OrderName, number[]>;
    // An hour without a log has no places, only counts.
    if (hour.stood.length > 0) estimate(hour, views, shown);
    grow(hour, views);
    return shown;
  }

  function estimate(
    hour: LoggedHour,
    views: Record<List, number>,
    shown: Record<OrderName, number[]>,
  ): void {
    const here = [...new Set(hour.stood.map(({ paperId }) => paperId))];
    const present = here.flatMap((id) => papers.get(id) ?? []);
    const observed = observe(hour, rankBy('today', present, hour.at, scale));
    const candidates = present.filter(({ id }) => observed.has(id));
    const day = days.get(Math.floor(hour.at / DAY)) ?? noTotals();
    for (const name of ORDER_NAMES) {
      const ranked = rankBy(name, candidates, hour.at, scale);
      shown[name] = ranked.map(({ id }) => id);
      const estimated = estimateVotes(
        ranked.flatMap(({ id }) => observed.get(id) ?? []),
        (i) => views.trending * (shares.trending[i] ?? 0),
      );
      day.orders[name].inverse += estimated.inverse;
      day.orders[name].robust += estimated.robust;
    }
    day.views += views.trending;
    for (const { votes } of hour.counted) day.votes += votes.trending;
    days.set(Math.floor(hour.at / DAY), day);
  }

  /** Adds the hour's counts to the papers' figures. */
  function grow(hour: LoggedHour, views: Record<List, number>): void {
    for (const [id, exposure] of exposuresOf(hour.stood, views, shares)) {
      const paper = papers.get(id);
      if (paper) paper.figures.exposure += exposure;
    }
    for (const one of hour.counted) {
      const [seen, cast] = [one.views, one.votes].map((by) => by.trending + by.new);
      allViews += seen ?? 0;
      allVotes += cast ?? 0;
      const paper = papers.get(one.paperId);
      if (!paper) continue;
      paper.views += seen ?? 0;
      paper.votes += cast ?? 0;
      paper.upvotes += one.upvotes;
      paper.figures.weight += one.weight;
      paper.figures.outsideWeight += one.outsideWeight;
      paper.figures.outsideExposure += one.outsideExposure;
    }
  }

  return { add, estimates: (asOf: string) => summarize([...days.values()], asOf) };
}

/** Sums the views of each list over the papers for which `of` returns true. */
export function viewsOf(
  counted: Counted[],
  of: (list: List, paperId: number) => boolean = () => true,
): Record<List, number> {
  const views = { ...NOTHING };
  for (const { paperId, views: seen } of counted) {
    for (const list of LISTS) if (of(list, paperId)) views[list] += seen[list];
  }
  return views;
}

/** Returns the figures of all days; without orders if there is too little data. */
function summarize(all: DayTotals[], asOf: string): Estimates {
  const days = all.filter(({ views }) => views > 0);
  const views = days.reduce((sum, day) => sum + day.views, 0);
  const votes = days.reduce((sum, day) => sum + day.votes, 0);
  const totals = { asOf, days: days.length, views, votes };
  if (days.length < FEWEST_DAYS || votes < FEWEST_VOTES || views < FEWEST_VIEWS) {
    return { ...totals, shown: null, orders: [] };
  }
  const per = (amount: (day: DayTotals) => number) =>
    perHundredViews(days.map((day) => ({ amount: amount(day), views: day.views })));
  return {
    ...totals,
    shown: per((day) => day.votes),
    orders: ORDER_NAMES.map((order) => ({
      order,
      robust: per(({ orders }) => orders[order].robust),
      inverse: per(({ orders }) => orders[order].inverse),
      ahead:
        order === 'today' ? null : per(({ orders }) => orders[order].robust - orders.today.robust),
    })),
  };
}
