import { plural } from '@/lib/base/plural';
import { threadPath } from '@/lib/comments/paths';
import { MAX_INDENT } from '@/lib/comments/threads';
import type { Thread } from '@/lib/comments/types';
import { CommentItem } from './comment-item';

type Props = { threads: Thread[]; slug: string; timeZone?: string; depth?: number };

/** Comments with nested replies, rendered the same for every viewer. */
export function CommentList({ threads, slug, timeZone, depth = 0 }: Props) {
  return (
    <ol className="space-y-5">
      {threads.map((thread) => (
        <li key={thread.comment.id}>
          <CommentItem {...thread} timeZone={timeZone}>
            <Replies {...thread} slug={slug} timeZone={timeZone} depth={depth + 1} />
          </CommentItem>
        </li>
      ))}
    </ol>
  );
}

/** Replies to a comment; collapsed from the last level of indentation on. */
function Replies({
  comment,
  replies,
  unlisted = 0,
  slug,
  timeZone,
  depth,
}: Thread & Omit<Props, 'threads'> & { depth: number }) {
  const list = <CommentList threads={replies} slug={slug} timeZone={timeZone} depth={depth} />;
  const folded = depth >= MAX_INDENT;
  const shown =
    replies.length > 0 ? (
      <div className="mt-4 border-line border-l-2 pl-3 sm:pl-5">
        {folded ? (
          <details>
            <summary className="inline-flex min-h-8 items-center text-link text-sm">
              {answersOf(replies)}
            </summary>
            <div className="mt-4">{list}</div>
          </details>
        ) : (
          list
        )}
      </div>
    ) : null;
  return (
    <>
      {shown}
      {unlisted > 0 ? (
        <p className="mt-4 text-sm">
          <a href={threadPath(slug, comment.id)} rel="nofollow" className="text-link">
            {plural(unlisted, 'more reply', 'more replies')}
          </a>
        </p>
      ) : null}
    </>
  );
}

const size = (threads: Thread[]): number =>
  threads.reduce((sum, thread) => sum + 1 + size(thread.replies), 0);

const answersOf = (replies: Thread[]): string =>
  `Show ${plural(size(replies), 'more reply', 'more replies')}`;
