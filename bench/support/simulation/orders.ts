import { PRIOR, rateOf } from '@/lib/ranking/trending';
import { addScores, decayedEvent } from './decayed';
import { HOUR, type Paper } from './world';

/** A ranking: higher scores first; ties by the paper's random number. */
export type Order = {
  name: string;
  score(paper: Paper, now: number): number;
  /** Adds an event to the order's own state. */
  event?(paper: Paper, weight: number, at: number): void;
};

type Rate = (upvotes: number, exposure: number) => number;

/** A rate per view on a logarithmic scale, plus the listing time in units of `hours`. */
export const byRate = (name: string, hours: number, rate: Rate): Order => ({
  name: `${name}, ${hours} h`,
  score: ({ votes, exposure, outsideVotes, outsideExposure, born }) =>
    Math.log2(
      Math.max(rate(votes, exposure), rate(votes + outsideVotes, exposure + outsideExposure)),
    ) +
    born / (hours * HOUR),
});

export const ours = (hours: number): Order => ({
  name: `Papertide, ${hours} h`,
  score: ({ votes, exposure, outsideVotes, outsideExposure, born }) => {
    const outside = { outsideWeight: outsideVotes, outsideExposure };
    const rate = rateOf({ weight: votes, exposure, ...outside, prior: PRIOR });
    return Math.log2(rate) + born / (hours * HOUR);
  },
});

export const power =
  (exponent: number, background: number, bonus = 0): Rate =>
  (u, e) =>
    (u + 1 + bonus * Math.sqrt(u + 1)) / (e ** exponent + background);

/** Exposure with diminishing weight; converges to 1 / k. */
export const fatigue =
  (k: number, background: number): Rate =>
  (u, e) =>
    (u + 1) / ((1 - Math.exp(-k * e)) / k + background);

/** The decayed sum: every event adds its weight, halved every `halfLife` hours. */
export const decayed = (halfLife: number): Order => ({
  name: `decayed sum, ${halfLife} h`,
  score: ({ decayedSum }) => decayedSum,
  event(paper, weight, at) {
    paper.decayedSum = addScores(paper.decayedSum, decayedEvent(weight, at, halfLife));
  },
});

// (p - 1) / (t + 2)^1.8 with p - 1 upvotes by others and t in hours.
export const hackerNews: Order = {
  name: 'Hacker News',
  score: ({ votes, outsideVotes, born }, now) =>
    (votes + outsideVotes) / ((now - born) / HOUR + 2) ** 1.8,
};

// log10 of the score, which includes the submitter's own vote, plus seconds / 45000.
export const reddit: Order = {
  name: 'Reddit hot',
  score: ({ votes, outsideVotes, born }) =>
    Math.log10(votes + outsideVotes + 1) + born / 1000 / 45_000,
};

export const newest: Order = { name: 'newest', score: ({ born }) => born };

/** Sorts in place: starting from the previous order, which is nearly right, makes it fast. */
export function sortBy({ score }: Order, papers: Paper[], now: number): Paper[] {
  for (const paper of papers) paper.score = score(paper, now);
  return papers.sort((a, b) => b.score - a.score || a.shuffle - b.shuffle);
}
