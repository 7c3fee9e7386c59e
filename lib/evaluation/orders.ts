import { rateOf, scoreOf, type TimeScale } from '@/lib/ranking/trending';
import type { Candidate, OrderName } from './types';

const HOUR = 3_600_000;

type Score = (candidate: Candidate, now: number, scale: TimeScale) => number;

const SCORES: Record<OrderName, Score> = {
  today: ({ figures }, _, scale) => scoreOf(figures, scale),
  ageless: ({ figures }) => rateOf(figures),
  // (p - 1) / (t + 2)^1.8 with p - 1 upvotes by others and t in hours.
  hacker_news: ({ figures, upvotes }, now) =>
    upvotes / ((now - Number(figures.listedAt)) / HOUR + 2) ** 1.8,
  newest: ({ figures }) => Number(figures.listedAt),
};

/** Sorts the candidates by a ranking at `now`; ties by their random numbers. */
export function rankBy(
  order: OrderName,
  candidates: Candidate[],
  now: number,
  scale: TimeScale,
): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, score: SCORES[order](candidate, now, scale) }))
    .sort((a, b) => b.score - a.score || a.candidate.shuffle - b.candidate.shuffle)
    .map(({ candidate }) => candidate);
}
