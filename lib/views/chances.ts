import { type ChanceCandidate, getRanked, listChanceCandidates } from '@/db/queries/views';
import { PAGE_SIZE } from '@/lib/papers/paths';
import {
  CHANCE_DAYS,
  type Chance,
  giveChances,
  inTurn,
  MOST_CANDIDATES,
} from '@/lib/ranking/fair-chances';
import { HOUR } from './tally';

/**
 * Ids kept of an hour's turn: all places, though everybody on the first page were before them in
 * it, and some to spare for papers that leave the feeds.
 */
const KEPT = 3 * PAGE_SIZE;

/**
 * Whose turn it is within `hour` (hours since 1970), by what was listed and seen before it began:
 * the same whenever it is asked for, and wherever.
 */
export async function findTurn(hour: number): Promise<number[]> {
  return turnOf(await findCandidates(hour), hour);
}

/** Who may get a chance within an hour, with their views before it began. */
export function findCandidates(hour: number): Promise<ChanceCandidate[]> {
  const until = new Date(hour * HOUR);
  const from = new Date(until.getTime() - CHANCE_DAYS * 24 * HOUR);
  return listChanceCandidates({ from, until }, MOST_CANDIDATES);
}

export const turnOf = (candidates: ChanceCandidate[], hour: number): number[] =>
  inTurn(candidates, hour).slice(0, KEPT);

/** Who stands on Trending's first page by a fair chance now, and where. */
export async function chancesOf(turn: number[]): Promise<Chance[]> {
  if (turn.length === 0) return [];
  const { ranked, listed } = await getRanked(PAGE_SIZE, turn);
  const here = new Set(listed);
  return giveChances(
    turn.filter((id) => here.has(id)),
    ranked,
    PAGE_SIZE,
  );
}
