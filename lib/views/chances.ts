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
 * Ids stored of an hour's order: all places even if the whole first page came before them in it,
 * and spare ones for papers that leave the feeds.
 */
const KEPT = 3 * PAGE_SIZE;

/**
 * Returns the order of turns within `hour` (hours since 1970), by what was listed and seen before
 * it started, so it is the same at any time and in any process.
 */
export async function findTurn(hour: number): Promise<number[]> {
  return turnOf(await findCandidates(hour), hour);
}

/** Returns the candidates of an hour's draw, with their views before it started. */
export function findCandidates(hour: number): Promise<ChanceCandidate[]> {
  const until = new Date(hour * HOUR);
  const from = new Date(until.getTime() - CHANCE_DAYS * 24 * HOUR);
  return listChanceCandidates({ from, until }, MOST_CANDIDATES);
}

export const turnOf = (candidates: ChanceCandidate[], hour: number): number[] =>
  inTurn(candidates, hour).slice(0, KEPT);

/** Returns the drawn papers on Trending's first page now, with their places. */
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
