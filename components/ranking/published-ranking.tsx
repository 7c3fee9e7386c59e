import Link from 'next/link';
import type { Estimates } from '@/lib/evaluation/types';
import type { Example, SiteRanking } from '@/lib/ranking/types';
import type { PublishedPlaces } from '@/lib/views/types';
import { Elsewhere } from './elsewhere';
import { FairChances } from './fair-chances';
import { FeedOrders } from './feed-orders';
import { Formula } from './formula';
import { OrderEstimates } from './order-estimates';
import { Section } from './section';
import { VotesByPlace } from './votes-by-place';
import { WeightsTable } from './weights-table';
import { WorkedExample } from './worked-example';

type Props = {
  example: Example;
  places: PublishedPlaces;
  inUse: SiteRanking;
  estimates: Estimates | null;
  timeZone?: string;
};

/** How papers are ranked: every rule, with the constants in use. */
export function PublishedRanking({ example, places, inUse, estimates, timeZone }: Props) {
  return (
    <>
      <Section id="score" title="The order of Trending">
        <p>
          Trending orders papers by how many of the readers who saw them upvoted them. Being newer
          by {inUse.scale.halfLife} hours makes up for half of that rate
          {places.chances ? (
            <>
              , and{' '}
              <a href="#fair-chances" className="text-link">
                two places
              </a>{' '}
              of the first page are given by chance
            </>
          ) : null}
          .
        </p>
        <Formula
          display
          tex={`\\text{score} = \\log_2 \\frac{U + p}{E + B} + \\frac{t - L}{T}${inUse.scale.base ? ' + c' : ''}`}
        />
        <p>
          <Formula tex="U" /> is the weighted sum of upvotes and first comments, <Formula tex="p" />{' '}
          and <Formula tex="B" /> are the upvotes and views that a paper starts with, so that one
          early vote does not decide, <Formula tex="t" /> is when the paper was listed,{' '}
          <Formula tex="T" /> is {inUse.scale.halfLife} hours, and <Formula tex="L" /> is{' '}
          {new Date(inUse.scale.since).toISOString().slice(0, 16).replace('T', ' ')} UTC
          {inUse.scale.base ? (
            <>
              , when <Formula tex="T" /> was changed (
              <Formula tex={`c = ${inUse.scale.base.toFixed(4)}`} /> keeps the scores of that
              moment)
            </>
          ) : null}
          . Two scores keep their distance as time passes, so nothing is recalculated as papers age.
        </p>
        <WeightsTable inUse={inUse} />
      </Section>
      <Section id="exposure" title="How exposure is counted">
        <p>
          The exposure <Formula tex="E" /> is about how many times a paper was before readers’ eyes.
          After each hour, the views of all places of Trending and of New are shared out: every
          paper gains the share that its place usually has. A paper’s own views are never looked at,
          so nobody can make one paper look widely seen. Views tell no readers apart.
        </p>
      </Section>
      <Section id="elsewhere" title="Upvotes from elsewhere">
        <Elsewhere brings={inUse.brings} />
      </Section>
      <Section id="example" title="An example to check">
        <WorkedExample example={example} timeZone={timeZone} />
      </Section>
      <Section id="orders" title="The order of each feed, and ties">
        <FeedOrders />
        <p>
          Papers that are level are ordered by a random number that each gets once, never by the
          hour of submission: the first place of a list draws readers by itself (Haque and Ginsparg,{' '}
          <a href="https://arxiv.org/abs/0907.4740" className="text-link">
            arXiv:0907.4740
          </a>
          ), and nobody should have it for being early.
        </p>
      </Section>
      <Section id="badges" title="Paper of the day, the week, the month">
        <p>
          When a day, week or month is over in UTC, its first three papers by upvotes keep a badge
          for good. Votes that come later do not change it; only a paper that is removed, or votes
          that a moderator excludes, do, with an entry in the{' '}
          <Link href="/moderation" prefetch={false} className="text-link">
            moderation log
          </Link>
          .
        </p>
      </Section>
      <Section id="fair-chances" title="Fair chances for what nobody has seen">
        <FairChances on={places.chances} />
      </Section>
      <Section id="places" title="What a place does by itself">
        <VotesByPlace {...places} />
      </Section>
      <Section id="estimates" title="What other orders would have shown">
        <OrderEstimates estimates={estimates} timeZone={timeZone} />
      </Section>
      <Section id="integrity" title="Which votes count">
        <p>
          One upvote per reader and paper. Those of banned readers and of deleted accounts leave
          counts and scores; so do those that a moderator excludes, each time with its reason in the
          public{' '}
          <Link href="/moderation" prefetch={false} className="text-link">
            moderation log
          </Link>
          . Nothing is weighed down in silence, and figures of other sites never become votes here.
          Withdrawn papers are on no feed.
        </p>
        <p>
          What belongs to one reader, such as hidden papers and muted topics, changes only what that
          reader sees.
        </p>
      </Section>
    </>
  );
}
