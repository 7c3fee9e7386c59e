import { formatDate, formatMoment } from '@/lib/papers/dates';

type Props = { at: string; timeZone?: string };

/**
 * When something happened: a date as it is stored, "5 minutes ago" as soon as the page is there
 * (components/layout/time-script), and the exact time on hover.
 */
export const Moment = ({ at, timeZone }: Props) => (
  <time dateTime={at} title={formatMoment(at, timeZone)} data-ago="" suppressHydrationWarning>
    {formatDate(at, timeZone)}
  </time>
);
