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
          Trending ranks papers by how many of the readers who saw them upvoted them. That rate
          halves every {inUse.scale.halfLife} hours
          {places.chances ? (
            <>
              , and{' '}
              <a href="#fair-chances" className="text-link">
                two places
              </a>{' '}
              on the first page are assigned by chance
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
          and <Formula tex="B" /> are the upvotes and views that every paper starts with, so that
          one early vote does not decide, <Formula tex="t" /> is when the paper was listed,{' '}
          <Formula tex="T" /> is {inUse.scale.halfLife} hours, and <Formula tex="L" /> is{' '}
          {new Date(inUse.scale.since).toISOString().slice(0, 16).replace('T', ' ')} UTC
          {inUse.scale.base ? (
            <>
              , when <Formula tex="T" /> was changed (
              <Formula tex={`c = ${inUse.scale.base.toFixed(4)}`} /> keeps the scores of that
              moment)
            </>
          ) : null}
          . The difference between two scores never changes with time, so nothing is recalculated as
          papers age.
        </p>
        <WeightsTable inUse={inUse} />
      </Section>
      <Section id="exposure" title="How exposure is counted">
        <p>
          The exposure <Formula tex="E" /> estimates how many times readers had the paper in view.
          Every hour, the views of all places on Trending and New are distributed: each paper gets
          the share that its place usually receives. A paper’s own views are never used, so nobody
          can make one paper look widely seen. Views don’t identify readers.
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
          Ties are broken by a random number that each paper gets once, never by the hour of
          submission: the first place of a list attracts readers by itself (Haque and Ginsparg,{' '}
          <a href="https://arxiv.org/abs/0907.4740" className="text-link">
            arXiv:0907.4740
          </a>
          ), and no paper should get it for being early.
        </p>
      </Section>
      <Section id="badges" title="Paper of the day, the week, the month">
        <p>
          When a day, week or month ends (UTC), its top three papers by upvotes receive a permanent
          badge. Later votes don’t change it. It changes only if a paper is removed or a moderator
          excludes votes, with an entry in the{' '}
          <Link href="/moderation" prefetch={false} className="text-link">
            moderation log
          </Link>
          .
        </p>
      </Section>
      <Section id="fair-chances" title="Fair chances for unseen papers">
        <FairChances on={places.chances} />
      </Section>
      <Section id="places" title="How much position matters">
        <VotesByPlace {...places} />
      </Section>
      <Section id="estimates" title="What other orders would have shown">
        <OrderEstimates estimates={estimates} timeZone={timeZone} />
      </Section>
      <Section id="integrity" title="Which votes count">
        <p>
          Each reader has one upvote per paper. Upvotes of banned and deleted accounts are removed
          from counts and scores, as are those that a moderator excludes, always with a reason in
          the public{' '}
          <Link href="/moderation" prefetch={false} className="text-link">
            moderation log
          </Link>
          . No vote is discounted in secret, and figures from other sites never become votes here.
          Withdrawn papers appear on no feed.
        </p>
        <p>
          Personal settings, such as hidden papers and muted topics, change only what that reader
          sees.
        </p>
      </Section>
    </>
  );
}
