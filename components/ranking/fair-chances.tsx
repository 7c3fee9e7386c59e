import { CHANCE_DAYS, CHANCE_PLACES } from '@/lib/ranking/fair-chances';
import { LittleSeen } from './little-seen';

/** Explains which places on Trending are given by chance, to which papers, and why. */
export function FairChances({ on }: { on: boolean }) {
  return (
    <>
      <p>
        Who is on top is seen, and who is seen is upvoted: a new paper that nobody has seen cannot
        rise by itself. So places {CHANCE_PLACES.join(' and ')} of the first page of Trending go to
        papers of the last {CHANCE_DAYS} days that have been seen least, and are marked:{' '}
        <LittleSeen />
      </p>
      <p>
        Whose turn it is changes each full hour of UTC. Papers are put in classes by their views up
        to then (none, up to 2, up to 6, up to 14, and so on, because views are counted roughly),
        the least seen class comes first, and within a class a shuffle decides that follows from the
        hour and the number of the paper: it is the same for everybody, and nobody can choose it.
        Papers that stand on the first page anyway need no chance, and everybody else moves down by
        at most
        {` ${CHANCE_PLACES.length} `}
        places; a paper that stands there by chance is not shown a second time on a later page.
      </p>
      {on ? null : (
        <p>On this site these places are turned off: Trending is in the order of scores.</p>
      )}
    </>
  );
}
