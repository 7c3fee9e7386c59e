import Link from 'next/link';
import { Moment } from '@/components/ui/moment';
import { siteName } from '@/lib/papers/source-sites';
import { countUpvotes } from '@/lib/ranking/messages';
import type { Why } from '@/lib/ranking/types';
import { CountedTable } from './counted-table';
import { StandingWords } from './standing-words';
import { VotesPlot } from './votes-plot';

type Props = { why: Why; withdrawn: boolean; timeZone?: string };

/** Explains a paper's place on Trending. */
export function WhyHere({ why, withdrawn, timeZone }: Props) {
  const { rated, standing, chance, counted, sources, aheadOf, votes, excluded, ownVotes, asOf } =
    why;
  return (
    <section id="why" aria-labelledby="why-heading" className="mt-8 scroll-mt-4">
      <h2 id="why-heading" className="font-semibold text-muted text-sm">
        Why is this here?
      </h2>
      {chance === null ? null : (
        <p className="mt-1.5 max-w-prose text-sm">
          For this hour it holds place {chance} on Trending by a{' '}
          <a href="/about/ranking#fair-chances" className="text-link">
            fair chance
          </a>
          , because it is new and few readers have seen it.
        </p>
      )}
      {rated && standing ? (
        <StandingWords
          rated={rated}
          counted={counted}
          standing={standing}
          aheadOf={aheadOf}
          asOf={asOf}
        />
      ) : (
        <p className="mt-1.5 max-w-prose text-sm">
          {withdrawn
            ? 'It isn’t on any feed because it has been withdrawn.'
            : 'It isn’t on any feed yet: nobody has submitted or upvoted it here. One upvote lists it.'}
        </p>
      )}
      {sources.map(({ site, upvotes }) => (
        <p key={site} className="mt-1.5 max-w-prose text-sm">
          {countUpvotes(upvotes)} on {siteName(site).name} give it a head start, but{' '}
          <a href="/about/ranking#elsewhere" className="text-link">
            are not votes here
          </a>
          .
        </p>
      ))}
      {rated || votes ? (
        <div className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
          {rated ? <CountedTable rated={rated} counted={counted} /> : null}
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
      {ownVotes ? (
        <p className="mt-3 text-muted text-sm">
          Upvotes from its submitter and authors don’t count here.
        </p>
      ) : null}
      <p className="mt-3 text-muted text-sm">
        As of <Moment at={asOf} timeZone={timeZone} precise />.{' '}
        <Link href="/about/ranking" prefetch={false} className="text-link">
          How papers are ranked
        </Link>
      </p>
    </section>
  );
}
