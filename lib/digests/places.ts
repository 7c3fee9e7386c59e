import { followingPath } from '@/lib/follows/paths';
import { formatPeriod } from '@/lib/papers/dates';
import { feedPath } from '@/lib/papers/paths';
import { type Period, periodOf } from '@/lib/papers/periods';
import { savedSearchPath } from '@/lib/searches/paths';
import { FOR_YOU_PATH } from '@/lib/taste/paths';
import type { Cadence, Subject } from './types';

const PERIODS = { daily: 'date', weekly: 'week', monthly: 'month' } as const;

/** A page of the site that continues a mail. */
export type Place = { label: string; path: string };

type DigestMail = {
  about: Subject;
  topics: string[];
  cadence: Cadence;
  /** The start of the mail's span; feeds count days in UTC. */
  from: Date;
  search: { name: string; query: string } | null;
};

/**
 * Returns the pages that continue a mail: the day, week or month of its papers, on the whole site
 * or in each of its topics; the Following page; or the saved search.
 */
export function placesOf({ about, topics, cadence, from, search }: DigestMail): Place[] {
  const period: Period = periodOf(PERIODS[cadence], from.toISOString().slice(0, 10));
  switch (about) {
    case 'topics':
      return topics.map((topic) => ({
        label: topic,
        path: feedPath({ kind: 'topic', topic, order: period }),
      }));
    case 'follows':
      return [{ label: 'Following', path: followingPath('new') }];
    case 'for_you':
      return [{ label: 'For you', path: FOR_YOU_PATH }];
    case 'search':
      return search ? [{ label: search.name, path: savedSearchPath(search.query) }] : [];
    default:
      return [{ label: formatPeriod(period), path: feedPath(period) }];
  }
}
