import { notFound, redirect } from 'next/navigation';
import { getLatestPeriod, getPeriodPlace } from '@/lib/feeds/data';
import { feedPath } from '@/lib/papers/paths';
import { isPeriod, type Period, type PeriodKind } from '@/lib/papers/periods';

/** A browser keeps the fragment through a redirect, and the page it ends on shows the notice. */
const NEAREST = '#nearest';

type Opened = {
  period: Period;
  before: Period | null;
  after: Period | null;
  /** The latest day of the period that has papers. */
  until: string;
};

/**
 * The period that an address names, of a topic or of the whole site (`null`), or a redirect to
 * the nearest one with papers, or 404. Reads before it decides: what is decided without a read
 * would be stored as if for a year.
 */
export async function openPeriod(
  topic: string | null,
  kind: PeriodKind,
  address: string,
): Promise<Opened> {
  const path = (period: Period) =>
    feedPath(topic === null ? period : { kind: 'topic', topic, order: period });
  const latest = await getLatestPeriod(topic, kind);
  if (address === 'latest') redirect(path(latest.period) + (latest.current ? '' : NEAREST));
  const period: Period = { kind, at: address.toUpperCase() };
  if (!isPeriod(kind, period.at)) notFound();
  const place = await getPeriodPlace(topic, period);
  if (place.kind === 'missing') notFound();
  if (place.kind === 'elsewhere') redirect(path(place.period) + NEAREST);
  if (period.at !== address) redirect(path(period));
  const { before, after, until } = place;
  return { period, before, after, until };
}
