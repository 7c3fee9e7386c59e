import { compose, type TypedEvent } from './composition';
import { type Instant, scoreOf, WEIGHTS } from './trending';
import type { Example } from './types';

const HOUR = 3_600_000;

/** What happened to the paper that nobody wrote, in hours before now. */
const UPVOTES = [29, 27, 26, 22, 14, 9, 8, 3, 2, 0.5];
const COMMENT = 6;
const SUBMISSION = 30;

/** An example to calculate with, for a site that has no paper yet. */
export function inventedExample(now: Instant): Example {
  const event = (kind: TypedEvent['kind'], weight: number, hours: number): TypedEvent => ({
    kind,
    weight,
    at: Number(now) - hours * HOUR,
  });
  const events = [
    event('submission', WEIGHTS.submission, SUBMISSION),
    ...UPVOTES.map((hours) => event('upvote', WEIGHTS.upvote, hours)),
    event('comment', WEIGHTS.comment, COMMENT),
  ];
  return {
    paper: null,
    asOf: new Date(now).toISOString(),
    score: scoreOf(events) ?? 0,
    composition: compose(events, now, WEIGHTS.upvote),
    latest: latestOfEach(events),
  };
}

/** The newest event of each kind, the submission first. */
function latestOfEach(events: TypedEvent[]): TypedEvent[] {
  const latest = new Map<TypedEvent['kind'], TypedEvent>();
  for (const event of events) {
    const other = latest.get(event.kind);
    if (!other || Number(event.at) > Number(other.at)) latest.set(event.kind, event);
  }
  return [...latest.values()];
}
