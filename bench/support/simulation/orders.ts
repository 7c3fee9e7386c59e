import { eventScore, HALF_LIFE_HOURS, LANDMARK } from '@/lib/ranking/trending';
import { HOUR, type Paper } from './world';

/** A way to sort: the higher the score, the further up; ties by the paper's random number. */
export type Order = {
  name: string;
  score(paper: Paper, now: number): number;
  /** What an event adds to the paper's decayed sum. */
  event(weight: number, at: number): number;
};

/** Ours, by the functions of lib/ranking; another half-life is the same in another pace of time. */
const ours = (halfLife: number): Order => ({
  name: `Papertide, ${halfLife} h`,
  score: ({ trending }) => trending,
  event: (weight, at) =>
    eventScore(weight, LANDMARK + ((at - LANDMARK) * HALF_LIFE_HOURS) / halfLife),
});

const order = (name: string, score: Order['score']): Order => ({ name, score, event: () => 0 });

export const ORDERS: Order[] = [
  ours(HALF_LIFE_HOURS),
  ours(HALF_LIFE_HOURS / 2),
  // (p - 1) / (t + 2)^1.8 with p - 1 upvotes by others and t in hours.
  order('Hacker News', ({ votes, born }, now) => votes / ((now - born) / HOUR + 2) ** 1.8),
  // log10 of the score, to which the submitter's own vote belongs, plus seconds / 45000.
  order('Reddit hot', ({ votes, born }) => Math.log10(votes + 1) + born / 1000 / 45_000),
  order('newest', ({ born }) => born),
];

/** Sorts in place: the order of a moment before is nearly right, which makes it quick. */
export function sortBy({ score }: Order, papers: Paper[], now: number): Paper[] {
  for (const paper of papers) paper.score = score(paper, now);
  return papers.sort((a, b) => b.score - a.score || a.shuffle - b.shuffle);
}
