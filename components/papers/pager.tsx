import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Feed, feedPath } from '@/lib/papers/paths';

/** To the pages beside this one, by links that work without scripts. */
export function Pager({ feed, page, more }: { feed: Feed; page: number; more: boolean }) {
  if (page === 1 && !more) return null;
  return (
    <nav aria-label="Pages" className="mt-5 flex items-center gap-3 text-muted text-sm">
      {page > 1 ? (
        <Link
          href={feedPath(feed, page - 1)}
          rel="prev"
          prefetch={false}
          className={buttonClass({ size: 'sm' })}
        >
          <Icon name="left" className="-ml-1 size-4" />
          Previous page
        </Link>
      ) : null}
      <span>Page {page}</span>
      {more ? (
        <Link
          href={feedPath(feed, page + 1)}
          rel="next"
          prefetch={false}
          className={`ml-auto ${buttonClass({ size: 'sm' })}`}
        >
          Next page
          <Icon name="right" className="-mr-1 size-4" />
        </Link>
      ) : null}
    </nav>
  );
}
