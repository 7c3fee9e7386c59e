import { arrangeThreads } from '@/lib/comments/threads';
import type { CommentList as List } from '@/lib/comments/types';
import { CommentDesk } from './comment-desk';
import { CommentList } from './comment-list';
import { NewComment } from './new-comment';
import './prose.css';

type Props = { paperId: number; slug: string; list: List; timeZone?: string };

/** All that is said about a paper, and the place to say something. */
export function Discussion({ paperId, slug, list, timeZone }: Props) {
  const threads = arrangeThreads(list.comments);
  const count = list.comments.filter(({ state }) => state === 'visible').length;
  return (
    <section id="comments" aria-labelledby="comments-heading" className="scroll-mt-4">
      <h2 id="comments-heading" className="mb-3 font-semibold text-lg">
        Discussion{' '}
        <span className="font-normal text-muted text-sm">
          {count === 1 ? '1 comment' : `${count.toLocaleString('en')} comments`}
        </span>
      </h2>
      <CommentDesk paperId={paperId} slug={slug}>
        <div className="mb-6">
          <NewComment />
        </div>
        {threads.length > 0 ? (
          <CommentList threads={threads} timeZone={timeZone} />
        ) : (
          <p className="text-muted text-sm">Nobody has said anything yet.</p>
        )}
      </CommentDesk>
      {list.more ? (
        <p className="mt-6 text-muted text-sm">Only the newest comments are shown here.</p>
      ) : null}
    </section>
  );
}
