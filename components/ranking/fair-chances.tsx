import { CHANCE_DAYS, CHANCE_PLACES } from '@/lib/ranking/fair-chances';
import { LittleSeen } from './little-seen';

/** Explains which places on Trending are given by chance, to which papers, and why. */
export function FairChances({ on }: { on: boolean }) {
  return (
    <>
      <p>
        Papers at the top get seen, and papers that get seen get upvotes, so a new paper that nobody
        has seen can’t rise by itself. Places {CHANCE_PLACES.join(' and ')} on the first page of
        Trending therefore go to the least seen papers of the last {CHANCE_DAYS} days. They are
        marked: <LittleSeen />
      </p>
      <p>
        The choice changes every hour. Papers are grouped by their views so far (none, up to 2, up
        to 6, up to 14, and so on, because view counts are rough), and the least seen group comes
        first. Within a group, a shuffle computed from the hour and the paper’s number decides: it
        is the same for everyone, and nobody can influence it. Papers that are on the first page
        anyway don’t take part. All others move down by at most
        {` ${CHANCE_PLACES.length} `}
        places, and a paper placed by chance isn’t repeated on a later page.
      </p>
      {on ? null : <p>On this site these places are turned off: Trending follows the scores.</p>}
    </>
  );
}
