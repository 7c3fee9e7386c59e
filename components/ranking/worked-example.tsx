import Link from 'next/link';
import { MathText } from '@/components/papers/math-text';
import { formatMoment } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { BACKGROUND, rateOf, timeTerm } from '@/lib/ranking/trending';
import type { Example } from '@/lib/ranking/types';
import { Formula } from './formula';

/** A worked example: the score of the first paper on Trending. */
export function WorkedExample({ example, timeZone }: { example: Example; timeZone?: string }) {
  const { paper, asOf, rated } = example;
  const { weight, exposure, outsideWeight, outsideExposure, prior, scale, score } = rated;
  const lists = (weight + prior) / (exposure + BACKGROUND);
  const rate = rateOf(rated);
  const withOutside = rate > lists;
  const upvotes = withOutside ? weight + outsideWeight : weight;
  const views = withOutside ? exposure + outsideExposure : exposure;
  const time = timeTerm(Date.parse(rated.listedAt), scale);
  return (
    <>
      {paper ? (
        <p>
          The first paper of Trending by score is{' '}
          <Link href={`${paperPath(paper.slug)}#why`} prefetch={false} className="text-link">
            <MathText text={paper.title} />
          </Link>
          , listed on {formatMoment(rated.listedAt, timeZone)}. These are its figures as of{' '}
          {formatMoment(asOf, timeZone)}.
        </p>
      ) : (
        <p>This site has no papers yet, so this example is made up.</p>
      )}
      <p>
        Upvotes and comments weigh {upvotes.toFixed(2)}, the prior is {prior.toFixed(2)}, and the
        exposure is {views.toFixed(1)} views{outsideWeight > 0 ? outsideWords(withOutside) : ''}:
      </p>
      <Formula
        display
        tex={`\\frac{${upvotes.toFixed(2)} + ${prior.toFixed(2)}}{${views.toFixed(1)} + ${BACKGROUND}} = ${rate.toFixed(4)}`}
      />
      <p>
        It was listed {((Date.parse(rated.listedAt) - scale.since) / 3_600_000).toFixed(1)} hours
        after {new Date(scale.since).toISOString().slice(0, 16).replace('T', ' ')} UTC, so{' '}
        <Formula tex={`(t - L)/T ${scale.base ? '+ c' : ''} = ${time.toFixed(4)}`} />:
      </p>
      <Formula
        display
        tex={`\\log_2 ${rate.toFixed(4)} ${time < 0 ? '-' : '+'} ${Math.abs(time).toFixed(4)} = ${score.toFixed(2)}`}
      />
    </>
  );
}

const outsideWords = (counted: boolean): string =>
  counted
    ? ', including upvotes from elsewhere and the views added with them'
    : ', leaving out upvotes from elsewhere, which would lower the rate';
