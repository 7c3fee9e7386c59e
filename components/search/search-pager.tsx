import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { searchPath } from '@/lib/search/paths';
import type { SearchParams } from '@/lib/search/schema';

type Props = { params: SearchParams; page: number; more: boolean };

/** To the pages of results beside this one. */
export function SearchPager({ params, page, more }: Props) {
  if (page === 1 && !more) return null;
  const to = (number: number) => searchPath({ ...params, page: String(number) });
  return (
    <nav aria-label="Pages" className="mt-5 flex items-center gap-3 text-muted text-sm">
      {page > 1 ? (
        <Link
          href={to(page - 1)}
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
          href={to(page + 1)}
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
