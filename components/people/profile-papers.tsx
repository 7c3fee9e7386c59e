import { FeedList } from '@/components/papers/feed-list';
import { UpvoteButton } from '@/components/papers/upvote-button';
import { ViewBeacon } from '@/components/papers/view-beacon';
import { plainText } from '@/lib/markup/plain';
import type { PaperSummary } from '@/lib/papers/types';

/** A user's papers as feed rows. */
export function ProfilePaperList({
  papers,
  timeZone,
}: {
  papers: PaperSummary[];
  timeZone: string;
}) {
  return (
    <>
      <FeedList
        papers={papers}
        timeZone={timeZone}
        renderUpvote={({ id, slug, title, upvotes }) => (
          <UpvoteButton paperId={id} slug={slug} title={plainText(title)} upvotes={upvotes} />
        )}
      />
      <ViewBeacon />
    </>
  );
}
