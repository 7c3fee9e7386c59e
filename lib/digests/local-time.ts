import { tzOffset } from '@date-fns/tz';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds between UTC and the zone's clock at an instant. */
const offset = (zone: string, at: number): number => tzOffset(zone, new Date(at)) * 60_000;

/** Returns the local day of an instant, as the UTC midnight of the same date. */
export function localDay(zone: string, at: number): number {
  return Math.floor((at + offset(zone, at)) / DAY) * DAY;
}

/** Returns the first instant at which the zone's clock shows `clock` (as if it were UTC) or later. */
function firstAt(zone: string, clock: number): number {
  const offsets = [offset(zone, clock - DAY), offset(zone, clock + DAY)];
  const shown = offsets.map((one) => clock - one).filter((at) => at + offset(zone, at) === clock);
  if (shown.length > 0) return Math.min(...shown);
  // Skipped: the clock changes somewhere in between.
  let [before, after] = [clock - Math.max(...offsets) - 1, clock - Math.min(...offsets)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offset(zone, middle) >= clock) after = middle;
    else before = middle;
  }
  return after;
}

/**
 * Returns the instant of an hour of a local day. An hour that a clock change repeats is its first;
 * one that it skips is the time of the change, or, if the next day has begun by then, an hour
 * earlier, so that it always lies in its day.
 */
export function hourOfDay(zone: string, day: number, hour: number): number {
  const at = firstAt(zone, day + hour * HOUR);
  if (localDay(zone, at) === day) return at;
  return Math.max(firstAt(zone, day), at - HOUR);
}
