import { eventScore, heat, type Instant, type RankingEvent } from './trending';

/** What a paper's heat is made of, in the order in which it is told. Upvotes are split by age. */
export const PARTS = ['lastDay', 'lastWeek', 'older', 'comments', 'submission'] as const;

export type PartName = (typeof PARTS)[number];

export type KindOfEvent = 'submission' | 'upvote' | 'comment';

export type TypedEvent = RankingEvent & { kind: KindOfEvent };

export type Part = {
  part: PartName;
  /** How many events. */
  events: number;
  /** How many of them weigh less than others of their kind: upvotes of young accounts. */
  light: number;
  /** Their share of the decayed sum, in upvotes cast now. */
  heat: number;
};

export type Composition = Part[];

/** Hours up to which an upvote is one of the last day, and of the last week. */
export const LAST_DAY_HOURS = 24;
export const LAST_WEEK_HOURS = 7 * 24;

/** The part to which an event belongs at `now`. */
export function partOf({ kind, at }: TypedEvent, now: Instant): PartName {
  if (kind === 'submission') return 'submission';
  if (kind === 'comment') return 'comments';
  const hours = (Number(now) - Number(at)) / 3_600_000;
  if (hours < LAST_DAY_HOURS) return 'lastDay';
  return hours < LAST_WEEK_HOURS ? 'lastWeek' : 'older';
}

/**
 * The decayed sum at `now`, part by part: the parts' heat adds up to the heat of all events. Parts
 * without events are left out. `fullWeight` is what an upvote weighs that is not a light one.
 * db/queries/why.ts holds the same in SQL.
 */
export function compose(
  events: Iterable<TypedEvent>,
  now: Instant,
  fullWeight: number,
): Composition {
  const parts = new Map<PartName, Part>();
  for (const event of events) {
    const name = partOf(event, now);
    const part = parts.get(name) ?? { part: name, events: 0, light: 0, heat: 0 };
    part.events += 1;
    if (event.kind === 'upvote' && event.weight < fullWeight) part.light += 1;
    part.heat += heat(eventScore(event.weight, event.at), now);
    parts.set(name, part);
  }
  return inOrder(parts.values());
}

/** Parts in the order in which they are told. */
export const inOrder = (parts: Iterable<Part>): Composition =>
  Array.from(parts).sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));

/**
 * Whole percentages that add up to 100 (largest remainders, Hamilton's method), for values of 0 and
 * more; all 0 when there is nothing to share.
 */
export function percentages(values: readonly number[]): number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) return values.map(() => 0);
  const exact = values.map((value) => (value / sum) * 100);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - (whole[i] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
