import Link from 'next/link';
import { Empty } from '@/components/layout/empty';
import { buttonClass } from '@/components/ui/button';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { searchPath } from '@/lib/search/paths';
import { parseQuery } from '@/lib/search/query';
import type { SearchParams } from '@/lib/search/schema';
import { isOtherScript } from '@/lib/search/translations';

/** Suggestions for a search without results. */
export function NoResults({ params }: { params: SearchParams }) {
  const arxivId = parseArxivId(params.q)?.id;
  const { q, sort, page, exact, ...filters } = params;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Empty
      role="status"
      title={arxivId ? `arXiv:${arxivId} is not here yet` : 'No papers found'}
      actions={
        <>
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
            <Link
              href={searchPath({ q })}
              prefetch={false}
              rel="nofollow"
              className={buttonClass()}
            >
              Search without filters
            </Link>
          ) : null}
          <Link href="/search" prefetch={false} className={buttonClass()}>
            How to search
          </Link>
        </>
      }
    >
      {arxivId
        ? 'Submit it, and it appears on the feeds.'
        : filtered
          ? 'The filters may exclude what you’re looking for.'
          : parseQuery(q).like.length > 0
            ? 'This paper may not be here, or no other paper is close enough to it.'
            : isOtherScript(q)
              ? 'Papers here are in English. Try English words.'
              : 'Try fewer or more general words.'}
    </Empty>
  );
}
