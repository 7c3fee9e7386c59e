import { BRINGS, FROM_ONE_NETWORK } from '@/lib/ranking/exposure';
import { viewsWords } from '@/lib/ranking/messages';
import { MOST_SOURCE_PRIOR } from '@/lib/ranking/trending';

/** Explains how arrivals by link, email or API and votes of other sites count. */
export function Elsewhere({ brings }: { brings: number }) {
  return (
    <>
      <p>
        Readers who come by a link, a mail or the API were not shown the paper by a list, so their
        upvotes say nothing about how many passed it by. Each brings {100 * BRINGS} % of the views
        along that an upvote takes on this site on average: {viewsWords(brings)} at the moment. They
        can lift a paper to {1 / BRINGS} times the average rate, and never lower it. The same holds
        for upvotes of one paper from one network after the first {FROM_ONE_NETWORK}.
      </p>
      <p>
        What readers of another site thought, where a paper comes from its daily list, is a head
        start and no vote: n upvotes there add{' '}
        <span className="whitespace-nowrap">
          log<sub>2</sub>(1 + n)
        </span>
        , at most {MOST_SOURCE_PRIOR}, to the upvotes that the paper starts with. Views here
        outweigh it soon.
      </p>
    </>
  );
}
