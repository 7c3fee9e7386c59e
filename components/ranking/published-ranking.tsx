import Link from 'next/link';
import { HALF_LIFE_HOURS, LANDMARK } from '@/lib/ranking/trending';
import type { Example } from '@/lib/ranking/types';
import type { PublishedPlaces } from '@/lib/views/types';
import { FairChances } from './fair-chances';
import { FeedOrders } from './feed-orders';
import { Formula } from './formula';
import { Section } from './section';
import { VotesByPlace } from './votes-by-place';
import { WeightsTable } from './weights-table';
import { WorkedExample } from './worked-example';
import { WorthPlot } from './worth-plot';

type Props = { example: Example; places: PublishedPlaces; timeZone?: string };

/** How papers are ranked: everything that decides, with the constants that are in use. */
export function PublishedRanking({ example, places, timeZone }: Props) {
  return (
    <>
      <Section id="heat" title="Heat">
        <p>
          Every paper on the feeds has a heat, and Trending is ordered by nothing else
          {places.chances ? (
            <>
              , but for{' '}
              <a href="#fair-chances" className="text-link">
                two places
              </a>{' '}
              of its first page
            </>
          ) : null}
          . The heat is a sum over all that readers did for the paper, in which everything is worth
          half of what it was worth {HALF_LIFE_HOURS} hours ago:
        </p>
        <Formula
          display
          tex={`\\text{heat}(t) = \\sum_i w_i \\cdot 2^{-(t - t_i)/H}, \\quad H = ${HALF_LIFE_HOURS}\\,\\text{h}`}
        />
        <p>
          where event <Formula tex="i" /> happened at <Formula tex="t_i" /> and weighs{' '}
          <Formula tex="w_i" />. So a heat of 12 is as much as 12 upvotes cast this moment.
        </p>
        <WeightsTable />
      </Section>
      <Section id="worth" title="What an upvote is worth, and for how long">
        <WorthPlot />
      </Section>
      <Section id="example" title="An example to check">
        <WorkedExample example={example} timeZone={timeZone} />
      </Section>
      <Section id="score" title="What is stored">
        <p>
          Time makes all heats smaller by the same factor, so it never changes an order. That is why
          no score has to be written anew as the hours pass: stored is the base-2 logarithm of the
          sum as it counts from a fixed landmark <Formula tex="L" />,{' '}
          {new Date(LANDMARK).toISOString().slice(0, 10)} UTC,
        </p>
        <Formula display tex="z = \log_2 \sum_i w_i \cdot 2^{(t_i - L)/H}" />
        <p>
          and a new event of weight <Formula tex="w" /> at time <Formula tex="t" /> is added in one
          step:
        </p>
        <Formula display tex="y = \log_2 w + (t - L)/H" />
        <Formula display tex="z' = \max(z, y) + \log_2\bigl(1 + 2^{-|z - y|}\bigr)" />
        <p>
          When an upvote or a comment is taken away, the score is calculated anew from what is left.
          The method is the forward decay of Cormode, Shkapenyuk, Srivastava and Xu (ICDE 2009).
        </p>
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
      <Section id="integrity" title="Which votes count">
        <p>
          One upvote a reader and paper. Those of banned readers and of deleted accounts leave
          counts and heat; so do those that a moderator excludes, each time with its reason in the
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
