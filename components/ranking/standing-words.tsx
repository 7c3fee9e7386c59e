import Link from 'next/link';
import { MathText } from '@/components/papers/math-text';
import { formatCount } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { formatDivisor, placeWords, upvotesOfViews } from '@/lib/ranking/messages';
import { ageDivisor } from '@/lib/ranking/trending';
import type { Counted, Rated, Standing } from '@/lib/ranking/types';

type Props = {
  rated: Rated;
  counted: Counted;
  standing: Standing;
  aheadOf: number | null;
  asOf: string;
};

/**
 * Explains a paper's place on Trending in sentences: its rate, its age, and the papers around it.
 */
export function StandingWords({ rated, counted, standing, aheadOf, asOf }: Props) {
  const upvotes = counted.lists + counted.elsewhere;
  const views = rated.exposure + rated.outsideExposure;
  const divisor = ageDivisor(Date.parse(rated.listedAt), Date.parse(asOf), rated.scale);
  const { place, above } = standing;
  return (
    <div className="mt-1.5 max-w-prose space-y-1 text-sm">
      <p>
        <strong className="font-semibold">{upvotesOfViews(upvotes, views)}</strong>
        {aheadOf === null || aheadOf === 0
          ? '. '
          : `: a higher rate than ${aheadOf}% of this week’s papers. `}
        {divisor < 1.05
          ? 'Age has not lowered it yet. '
          : `Age has divided its rate by ${formatDivisor(divisor)}. `}
        {place === null
          ? 'That is too low to appear on Trending.'
          : `It is ${placeWords(place)} on Trending by score.`}
      </p>
      {above ? (
        <p>
          Just above:{' '}
          <Link href={paperPath(above.slug)} prefetch={false} className="text-link">
            <MathText text={above.title} />
          </Link>
          . {passWords(above.votesToPass)}
        </p>
      ) : null}
    </div>
  );
}

function passWords(votes: number): string {
  if (!Number.isFinite(votes)) return 'It is out of reach.';
  return votes === 1
    ? 'One more upvote on Trending would pass it.'
    : `${formatCount(votes)} more upvotes on Trending would pass it.`;
}
