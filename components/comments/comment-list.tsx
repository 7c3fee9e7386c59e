import type { PublicComment, Thread } from '@/lib/comments/types';
import { formatDate, formatMoment } from '@/lib/papers/dates';
import { CommentControls } from './comment-controls';

type Props = { threads: Thread[]; timeZone?: string };

/** Comments with their answers below them, as everybody sees them. */
export function CommentList({ threads, timeZone }: Props) {
  return (
    <ol className="space-y-5">
      {threads.map((thread) => (
        <li key={thread.comment.id}>
          <CommentItem {...thread} timeZone={timeZone} />
          {thread.replies.length > 0 ? (
            <div className="mt-4 border-line border-l-2 pl-3 sm:pl-5">
              <CommentList threads={thread.replies} timeZone={timeZone} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const GONE = { deleted: 'Deleted by its author.', hidden: 'Hidden by a moderator.' };

function CommentItem({
  comment,
  answers,
  timeZone,
}: Omit<Thread, 'replies'> & Pick<Props, 'timeZone'>) {
  const { id, state, author, html } = comment;
  if (state !== 'visible') {
    return (
      <article id={`comment-${id}`} className="text-muted text-sm italic">
        {GONE[state]}
      </article>
    );
  }
  return (
    <article
      id={`comment-${id}`}
      tabIndex={-1}
      aria-label={`Comment by ${author?.name ?? author?.handle ?? 'a former reader'}`}
      className="scroll-mt-4 rounded-sm target:bg-accent-soft target:outline-8 target:outline-accent-soft"
    >
      <header className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <Author author={author} />
        <a
          href={`#comment-${id}`}
          className="text-muted underline-offset-4 hover:text-accent hover:underline"
        >
          <time dateTime={comment.createdAt} title={formatMoment(comment.createdAt, timeZone)}>
            {formatDate(comment.createdAt, timeZone)}
          </time>
        </a>
        {comment.editedAt ? (
          <span className="text-muted">
            edited{' '}
            <time dateTime={comment.editedAt} title={formatMoment(comment.editedAt, timeZone)}>
              {formatDate(comment.editedAt, timeZone)}
            </time>
          </span>
        ) : null}
      </header>
      {answers ? (
        <p className="text-muted text-sm">
          answers{' '}
          <a href={`#comment-${answers.id}`} className="text-link">
            {answers.author?.name ?? answers.author?.handle ?? 'a comment above'}
          </a>
        </p>
      ) : null}
      <div className="prose mt-1" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      <div className="mt-1">
        <CommentControls commentId={id} author={author?.handle ?? null} />
      </div>
    </article>
  );
}

function Author({ author }: Pick<PublicComment, 'author'>) {
  if (!author) return <span className="text-muted">A former reader</span>;
  return (
    <>
      <bdi className="font-semibold">{author.name ?? author.handle}</bdi>
      {author.name ? <span className="text-muted">@{author.handle}</span> : null}
    </>
  );
}
