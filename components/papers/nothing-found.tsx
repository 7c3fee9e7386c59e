import Link from 'next/link';
import { Logo } from '@/components/layout/logo';
import { buttonClass } from '@/components/ui/button';
import { looserFilters } from '@/lib/papers/filter';
import { type Filter, feedPath, filterFeed } from '@/lib/papers/paths';

/** No paper meets all conditions: each of them can be dropped. */
export function NothingFound({ filter, page }: { filter: Filter; page: number }) {
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-12 text-center">
      <Logo className="mx-auto size-10 text-line-strong" />
      <p className="mt-3 font-semibold">
        {page > 1 ? 'There are no more papers' : 'No paper meets all of this'}
      </p>
      <ul className="mt-4 flex flex-wrap justify-center gap-2">
        {page > 1 ? (
          <li>
            <Link href={feedPath(filterFeed(filter))} prefetch={false} className={buttonClass()}>
              To the first page
            </Link>
          </li>
        ) : (
          looserFilters(filter).map(({ words, filter: looser }) => (
            <li key={words}>
              <Link
                href={feedPath(filterFeed(looser))}
                prefetch={false}
                className={buttonClass({ size: 'sm' })}
              >
                {words}
              </Link>
            </li>
          ))
        )}
      </ul>
    </div>
  );
}
