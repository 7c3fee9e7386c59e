import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type Props = {
  path: (page: number) => string;
  page: number;
  more: boolean;
  /** A list for a query: there are as many as anybody can type, and no crawler shall walk them. */
  endless?: boolean;
};

/** Links to the previous and next page; work without scripts. */
export function PageLinks({ path, page, more, endless = false }: Props) {
  if (page === 1 && !more) return null;
  return (
    <nav aria-label="Pages" className="screen-only mt-5 flex items-center gap-3 text-muted text-sm">
      {page > 1 ? (
        <Link
          href={path(page - 1)}
          rel={endless ? 'prev nofollow' : 'prev'}
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
          href={path(page + 1)}
          rel={endless ? 'next nofollow' : 'next'}
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
