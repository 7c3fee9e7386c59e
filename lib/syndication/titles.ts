import { categoryName } from '@/lib/papers/categories';
import { formatPeriod } from '@/lib/papers/dates';
import { filterInWords } from '@/lib/papers/filter';
import type { Feed } from '@/lib/papers/paths';
import type { PeriodKind } from '@/lib/papers/periods';

/** Returns the title of a list of papers. */
export function feedTitle(feed: Feed): string {
  switch (feed.kind) {
    case 'trending':
      return 'Trending papers';
    case 'new':
      return 'New papers';
    case 'discussed':
      return 'Most discussed papers';
    case 'code-momentum':
      return 'Papers by code momentum';
    case 'with-code':
      return 'Papers with code';
    case 'year':
      return `Papers of ${feed.year}`;
    case 'filter':
      return filterInWords(feed.filter);
    case 'topic': {
      const name = `${categoryName(feed.topic)} (${feed.topic})`;
      if (feed.order === 'trending') return name;
      return feed.order === 'new' ? `New in ${name}` : `${name}: ${formatPeriod(feed.order)}`;
    }
    default:
      return `Papers of ${formatPeriod(feed)}`;
  }
}

const LATEST: Record<PeriodKind, string> = {
  date: 'Papers of the day',
  week: 'Papers of the week',
  month: 'Papers of the month',
};

/** Returns the title of the current day, week or month. */
export const latestTitle = (kind: PeriodKind, topic: string | null): string =>
  `${LATEST[kind]}${topic ? ` in ${topic}` : ''}`;
