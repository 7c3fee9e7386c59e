import { formatDate, formatMoment } from '@/lib/papers/dates';

type Props = {
  at: string;
  timeZone?: string;
  /** Once it is older than a week, to the minute instead of to the day. */
  precise?: boolean;
  /** What happened then, for the words on hover. */
  what?: string;
  className?: string;
};

/** A source that knows the day only gives its midnight, of which "9 hours ago" would be untrue. */
const isDay = (at: string) => /T00:00:00(\.0+)?Z$/.test(at);

/**
 * A time: rendered as a date, rewritten to "5 minutes ago" in the browser
 * (components/layout/time-script), with the exact time as a tooltip.
 */
export function Moment({ at, timeZone, precise = false, what, className }: Props) {
  const day = isDay(at);
  const exact = day ? formatDate(at) : formatMoment(at, timeZone);
  return (
    <time
      dateTime={at}
      title={what ? `${what} ${exact}` : exact}
      data-ago={day ? 'day' : ''}
      className={className}
      suppressHydrationWarning
    >
      {precise || day ? exact : formatDate(at, timeZone)}
    </time>
  );
}
