import Link from 'next/link';
import { MathText } from '@/components/papers/math-text';
import { formatMoment } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import type { KindOfEvent, TypedEvent } from '@/lib/ranking/composition';
import { HALF_LIFE_HOURS, heat, LANDMARK } from '@/lib/ranking/trending';
import type { Example } from '@/lib/ranking/types';
import { worth } from '@/lib/ranking/worth';
import { CompositionTable } from './composition-table';
import { Formula } from './formula';

const HOUR = 3_600_000;

const KINDS: Record<KindOfEvent, string> = {
  submission: 'Its submission',
  upvote: 'Its newest upvote',
  comment: 'The newest comment that counts',
};

/** A heat, calculated from what is known about the first paper of Trending. */
export function WorkedExample({ example, timeZone }: { example: Example; timeZone?: string }) {
  const { paper, asOf, score, composition, latest } = example;
  const now = Date.parse(asOf);
  const terms = composition.map((part) => part.heat.toFixed(2));
  const halfLives = (now - LANDMARK) / (HALF_LIFE_HOURS * HOUR);
  return (
    <>
      {paper ? (
        <p>
          The first paper of Trending by heat is{' '}
          <Link href={`${paperPath(paper.slug)}#why`} prefetch={false} className="text-link">
            <MathText text={paper.title} />
          </Link>
          . This is how its heat came about, as of {formatMoment(asOf, timeZone)}.
        </p>
      ) : (
        <p>
          There is no paper here yet, so this example is invented: a paper of 30 hours ago with ten
          upvotes and a comment.
        </p>
      )}
      <ul className="space-y-1">
        {latest.map((event) => (
          <li key={event.kind}>
            {KINDS[event.kind]}, {hoursOf(event, now).toFixed(1)} hours ago:{' '}
            <Formula tex={term(event, now)} />
          </li>
        ))}
      </ul>
      <p>All events together, and what they add up to:</p>
      <CompositionTable composition={composition} />
      <p>
        <Formula tex={`${terms.join(' + ')} = ${heat(score, now).toFixed(2)}`} />
      </p>
      <p>
        Stored is <Formula tex={`z = ${score.toFixed(4)}`} />, which now, {halfLives.toFixed(4)}{' '}
        half-lives after the landmark, means a heat of{' '}
        <Formula
          tex={`2^{${score.toFixed(4)} - ${halfLives.toFixed(4)}} = ${heat(score, now).toFixed(2)}`}
        />
        .
      </p>
    </>
  );
}

const hoursOf = ({ at }: TypedEvent, now: number): number => (now - Number(at)) / HOUR;

function term(event: TypedEvent, now: number): string {
  const hours = hoursOf(event, now);
  const value = worth(event.weight, hours).toFixed(2);
  return `${event.weight} \\cdot 2^{-${hours.toFixed(1)}/${HALF_LIFE_HOURS}} = ${value}`;
}
