import Link from 'next/link';
import { MathText } from '@/components/papers/math-text';
import { formatCount, formatMoment } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { countUpvotes, formatHeat, formatTerm } from '@/lib/ranking/messages';
import { HALF_LIFE_HOURS } from '@/lib/ranking/trending';
import type { Standing, Why } from '@/lib/ranking/types';
import { CompositionTable } from './composition-table';
import { VotesPlot } from './votes-plot';

type Props = { why: Why; withdrawn: boolean; timeZone?: string };

/** Why a paper stands where it stands on Trending: what every reader may ask of a ranking. */
export function WhyHere({ why, withdrawn, timeZone }: Props) {
  const { heat, standing, chance, composition, votes, excluded, asOf } = why;
  const listed = heat !== null && standing !== null;
  return (
    <section id="why" aria-labelledby="why-heading" className="mt-8 scroll-mt-4">
      <h2 id="why-heading" className="font-semibold text-muted text-sm">
        Why is this here?
      </h2>
      {chance === null ? null : (
        <p className="mt-1.5 max-w-prose text-sm">
          For this hour it stands at place {chance} of Trending by a{' '}
          <a href="/about/ranking#fair-chances" className="text-link">
            fair chance
          </a>
          , because it is new and few have seen it.
        </p>
      )}
      {listed ? (
        <StandingWords heat={heat} standing={standing} asOf={asOf} timeZone={timeZone} />
      ) : (
        <p className="mt-1.5 max-w-prose text-sm">
          {withdrawn
            ? 'It is on no feed, because it has been withdrawn.'
            : 'It is on no feed yet: nobody has submitted or upvoted it here. One upvote puts it there.'}
        </p>
      )}
      {listed || votes ? (
        <div className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
          {listed ? <CompositionTable composition={composition} /> : null}
          {votes ? <VotesPlot votes={votes} /> : null}
        </div>
      ) : null}
      {excluded > 0 ? (
        <p className="mt-3 text-sm">
          Not counted: {countUpvotes(excluded)} that moderators excluded, for reasons given in the{' '}
          <Link href="/moderation" prefetch={false} className="text-link">
            moderation log
          </Link>
          .
        </p>
      ) : null}
      <p className="mt-3 text-sm">
        <Link href="/about/ranking" prefetch={false} className="text-link">
          How papers are ranked
        </Link>
      </p>
    </section>
  );
}

function StandingWords({
  heat,
  standing: { place, above, halvedAt },
  asOf,
  timeZone,
}: {
  heat: number;
  standing: Standing;
  asOf: string;
  timeZone?: string;
}) {
  return (
    <div className="mt-1.5 max-w-prose space-y-1 text-sm">
      <p>
        Its heat is <strong className="font-semibold">{formatHeat(heat)}</strong>, as of{' '}
        <time dateTime={asOf}>{formatMoment(asOf, timeZone)}</time>: about as much as{' '}
        {heat < 0.75 ? 'a part of an upvote' : countUpvotes(Math.round(heat))} cast this moment.{' '}
        {place === null
          ? 'That is too little for the pages of Trending.'
          : place === 1
            ? 'No paper has more: it is the first by heat.'
            : `By heat it is paper ${formatCount(place)} of Trending.`}
      </p>
      {above ? (
        <p>
          Just above, with {formatTerm(above.heat)} to {formatTerm(heat)}:{' '}
          <Link href={paperPath(above.slug)} prefetch={false} className="text-link">
            <MathText text={above.title} />
          </Link>
          . {passWords(above.votesToPass)}
        </p>
      ) : null}
      <p>
        Without another upvote or comment it halves every {HALF_LIFE_HOURS} hours: to{' '}
        {formatHeat(heat / 2)} by{' '}
        <time dateTime={halvedAt}>{formatMoment(halvedAt, timeZone)}</time>.
      </p>
    </div>
  );
}

function passWords(votes: number): string {
  if (!Number.isFinite(votes)) return 'It is out of reach.';
  return votes === 1
    ? 'One upvote cast now would pass it.'
    : `${formatCount(votes)} upvotes cast now would pass it.`;
}
