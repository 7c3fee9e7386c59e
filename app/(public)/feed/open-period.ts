import { notFound, redirect } from 'next/navigation';
import { getLatestPeriod, getPeriodPlace } from '@/lib/feeds/data';
import { feedPath } from '@/lib/papers/paths';
import { isPeriod, type Period, type PeriodKind } from '@/lib/papers/periods';

/** Browsers keep the fragment through a redirect, and the target page shows the notice for it. */
const NEAREST = '#nearest';

type Opened = {
  period: Period;
  before: Period | null;
  after: Period | null;
  /** The period's latest day with papers. */
  until: string;
};

/**
 * Returns the period named by the address, for a topic or the whole site (`null`); redirects to the
 * nearest one with papers, or responds with 404. Reads before it decides: Next would cache a result
 * without any read for a year.
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
