import Link from 'next/link';
import { paperPath } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { formatRate, sparklineWords } from '@/lib/ranking/messages';
import { Sparkline } from './sparkline';

type Props = {
  paper: Pick<PaperSummary, 'slug' | 'rate' | 'sparkline'>;
  /** Set on feeds ordered by the rate. */
  showRate: boolean;
};

/** A paper's sparkline and rate, linked to the explanation of its rank. */
export function RowTrend({ paper: { slug, rate, sparkline }, showRate }: Props) {
  const known = showRate && rate !== null;
  const votes = sparkline.some((count) => count > 0) ? sparklineWords(sparkline) : null;
  return (
    <Link
      href={`${paperPath(slug)}#why`}
      prefetch={false}
      title={`Why is this here?${votes ? ` ${votes}.` : ''}${known ? ` Upvotes per view: ${formatRate(rate)}.` : ''}`}
      className="flex min-h-6 items-center justify-center gap-1.5 text-muted sm:flex-col sm:gap-1 text-xs leading-none hover:text-accent"
    >
      <span className="sr-only">Why is this here? {votes}</span>
      <Sparkline days={sparkline} />
      {known ? (
        <span className="whitespace-nowrap tabular-nums">
          {formatRate(rate)}
          <span className="sr-only"> of views led to an upvote</span>
        </span>
      ) : (
        <span aria-hidden="true">why?</span>
      )}
    </Link>
  );
}
