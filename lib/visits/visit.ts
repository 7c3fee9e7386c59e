/** The storage key of visits; they never leave the browser. */
export const VISIT_KEY = 'papertide:visit';

/** Milliseconds without activity after which a visit ends. */
export const IDLE = 30 * 60_000;

/** Times in ms. */
export type Visit = {
  /** The latest activity. */
  last: number;
  /** The last activity of the previous visit; null on the first. */
  since: number | null;
};

/** Returns the visit that continues or starts at `now`. Setting the clock back ends no visit. */
export function visitAt(kept: Visit | null, now: number): Visit {
  if (!kept) return { last: now, since: null };
  if (now - kept.last > IDLE) return { last: now, since: kept.last };
  const since = kept.since !== null && kept.since <= now ? kept.since : null;
  return { last: now, since };
}

/** Parses a stored visit; null if it is not in our format. */
export function parseVisit(text: string | null): Visit | null {
  try {
    const { last, since } = JSON.parse(text ?? 'null') ?? {};
    const fits = Number.isFinite(last) && (since === null || Number.isFinite(since));
    return fits ? { last, since } : null;
  } catch {
    return null;
  }
}

const DAY = 86_400_000;

/** Formats a time: `today 09:14`, `yesterday 09:14`, `Monday 09:14`, `3 Jul` or `3 Jul 2025`. */
export function visitWords(time: number, now: number, timeZone?: string): string {
  const format = (options: Intl.DateTimeFormatOptions, at = time) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const clock = format({ hour: '2-digit', minute: '2-digit' });
  const day = format(date);
  if (day === format(date, now)) return `today ${clock}`;
  if (day === format(date, now - DAY)) return `yesterday ${clock}`;
  if (now - time < 6 * DAY) return `${format({ weekday: 'long' })} ${clock}`;
  const sameYear = format({ year: 'numeric' }) === format({ year: 'numeric' }, now);
  return sameYear ? format({ day: 'numeric', month: 'short' }) : day;
}
