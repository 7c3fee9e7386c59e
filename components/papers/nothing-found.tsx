import Link from 'next/link';
import { Empty } from '@/components/layout/empty';
import { buttonClass } from '@/components/ui/button';
import { looserFilters } from '@/lib/papers/filter';
import { type Filter, feedPath, filterFeed } from '@/lib/papers/paths';

/** No paper meets all conditions; each condition has a link that drops it. */
export function NothingFound({ filter, page }: { filter: Filter; page: number }) {
  return (
    <Empty
      title={page > 1 ? 'There are no more papers' : 'No paper meets all of this'}
      actions={
        page > 1 ? (
          <Link
            href={feedPath(filterFeed(filter))}
            prefetch={false}
            rel="nofollow"
            className={buttonClass()}
          >
            To the first page
          </Link>
        ) : (
          looserFilters(filter).map(({ words, filter: looser }) => (
            <Link
              key={words}
              href={feedPath(filterFeed(looser))}
              prefetch={false}
              rel="nofollow"
              className={buttonClass()}
            >
              {words}
            </Link>
          ))
        )
      }
    />
  );
}
