import { formatDate, formatMoment } from '@/lib/papers/dates';

type Props = { at: string; timeZone?: string };

/**
 * A time: rendered as a date, rewritten to "5 minutes ago" in the browser
 * (components/layout/time-script), with the exact time as a tooltip.
 */
export const Moment = ({ at, timeZone }: Props) => (
  <time dateTime={at} title={formatMoment(at, timeZone)} data-ago="" suppressHydrationWarning>
    {formatDate(at, timeZone)}
  </time>
);
