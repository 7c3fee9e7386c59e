import { BRINGS, FROM_ONE_NETWORK } from '@/lib/ranking/exposure';
import { viewsWords } from '@/lib/ranking/messages';
import { MOST_SOURCE_PRIOR } from '@/lib/ranking/trending';

/** Explains how arrivals by link, email or API and votes of other sites count. */
export function Elsewhere({ brings }: { brings: number }) {
  return (
    <>
      <p>
        Readers who arrive through a link, an email or the API didn’t see the paper in a list, so
        their upvotes don’t show how many readers passed it by. Each such upvote adds {100 * BRINGS}
        % of the views that an average upvote takes on this site: currently {viewsWords(brings)}.
        These upvotes can lift a paper to {1 / BRINGS} times the average rate and never lower it.
        Upvotes for one paper from one network count the same way after the first {FROM_ONE_NETWORK}
        .
      </p>
      <p>
        A paper from another site’s daily list gets a head start for its upvotes there, but they are
        not votes here: n upvotes there add{' '}
        <span className="whitespace-nowrap">
          log<sub>2</sub>(1 + n)
        </span>
        , at most {MOST_SOURCE_PRIOR}, to the upvotes that the paper starts with. Views here soon
        outweigh them.
      </p>
    </>
  );
}
