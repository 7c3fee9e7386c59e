import Link from 'next/link';
import { Logo } from '@/components/layout/logo';
import { buttonClass } from '@/components/ui/button';
import { parseArxivId } from '@/lib/papers/identifiers';
import { searchPath } from '@/lib/search/paths';
import type { SearchParams } from '@/lib/search/schema';

/** Nothing was found: what may help. */
export function NoResults({ params }: { params: SearchParams }) {
  const arxivId = parseArxivId(params.q)?.id;
  const { q, sort, page, exact, ...filters } = params;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-12 text-center">
      <Logo className="mx-auto size-10 text-line-strong" />
      <p role="status" className="mt-3 font-semibold">
        {arxivId ? `arXiv:${arxivId} is not here yet` : 'No paper was found'}
      </p>
      <p className="mx-auto mt-1 max-w-sm text-muted text-sm">
        {arxivId
          ? 'It can be submitted, and is then on the feed.'
          : filtered
            ? 'The filters may leave out what you look for.'
            : 'Try fewer or more general words, or look at what can be searched for.'}
      </p>
      <p className="mt-4 flex flex-wrap justify-center gap-2">
        {arxivId ? (
          <Link
            href={`/submit?text=${encodeURIComponent(arxivId)}`}
            prefetch={false}
            className={buttonClass({ variant: 'primary' })}
          >
            Submit it
          </Link>
        ) : null}
        {filtered ? (
          <Link href={searchPath({ q })} prefetch={false} className={buttonClass()}>
            Search without filters
          </Link>
        ) : null}
        <Link href="/search" prefetch={false} className={buttonClass()}>
          How to search
        </Link>
      </p>
    </div>
  );
}
