import type { ReactNode } from 'react';
import { Face } from '@/components/people/face';
import { ReaderLink } from '@/components/people/reader-link';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { KINDS } from '@/lib/comments/kinds';
import { commentPath, historyPath } from '@/lib/comments/paths';
import type { PublicComment, Thread } from '@/lib/comments/types';
import { formatMoment } from '@/lib/papers/dates';
import { CommentControls } from './comment-controls';

type Props = Pick<Thread, 'comment' | 'answers'> & { timeZone?: string; children?: ReactNode };

const GONE = { deleted: 'Deleted by its author.', hidden: 'Hidden by a moderator.' };

/** One comment. Its replies collapse with it, without a script. */
export function CommentItem({ comment, answers, timeZone, children }: Props) {
  const { id, state, author, html } = comment;
  const visible = state === 'visible';
  const writer = author?.name ?? author?.handle ?? 'a deleted user';
  return (
    <details open className="fold relative">
      <summary className="rounded text-muted text-sm/6 hover:text-accent">
        <span className="when-open">
          <span aria-hidden="true">[–]</span>
          <span className="sr-only">Fold the comment by {writer}</span>
        </span>
        <span className="when-folded">
          [+] {visible ? writer : GONE[state]} <span className="sr-only">Unfold</span>
        </span>
      </summary>
      <article
        id={`comment-${id}`}
        tabIndex={-1}
        aria-label={visible ? `Comment by ${writer}` : GONE[state]}
        data-comment-at={comment.createdAt}
        className="scroll-mt-4 rounded-sm target:bg-accent-soft target:outline-8 target:outline-accent-soft"
      >
        {visible ? (
          <>
            <Byline comment={comment} timeZone={timeZone} />
            {answers ? <Answers to={answers} /> : null}
            <div className="prose mt-1" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
            <CommentControls comment={controlled(comment)} />
          </>
        ) : (
          <p className="text-muted text-sm italic">{GONE[state]}</p>
        )}
      </article>
      {children}
    </details>
  );
}

/** The fields that the viewer's controls need. */
const controlled = ({
  id,
  author,
  parentId,
  kind,
  settled,
  upvotes,
  reactions,
}: PublicComment) => ({
  id,
  author: author?.handle ?? null,
  top: parentId === null,
  kind,
  settled: settled !== null,
  upvotes,
  reactions,
});

function Byline({ comment, timeZone }: { comment: PublicComment; timeZone?: string }) {
  const {
    id,
    author,
    byAuthorOfPaper,
    bySubmitter,
    byModerator,
    kind,
    settled,
    onVersion,
    createdAt,
    editedAt,
  } = comment;
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 pr-8 text-sm/6">
      {author ? (
        <>
          <Face handle={author.handle} picture={author.picture} className="size-6! self-center" />
          {author.name ? <bdi className="font-semibold">{author.name}</bdi> : null}
          <ReaderLink
            handle={author.handle}
            className={author.name ? 'text-muted' : 'font-semibold'}
          />
        </>
      ) : (
        <span className="text-muted">Deleted user</span>
      )}
      {byAuthorOfPaper ? <Badge kind="accent">Author</Badge> : null}
      {bySubmitter ? <Badge>Submitter</Badge> : null}
      {byModerator ? <Badge>Moderator</Badge> : null}
      {kind ? (
        <Badge kind={kind === 'error' ? 'caution' : 'plain'}>{KINDS[kind].label}</Badge>
      ) : null}
      {settled ? (
        <Badge kind="accent" title={formatMoment(settled.at, timeZone)}>
          Settled
          {settled.by ? (
            <>
              {' '}
              by <ReaderLink handle={settled.by} />
            </>
          ) : null}
        </Badge>
      ) : null}
      {onVersion ? (
        <Badge title={`The paper has changed since: this is about its version ${onVersion}`}>
          on v{onVersion}
        </Badge>
      ) : null}
      <a
        href={commentPath(id)}
        rel="nofollow"
        className="inline-flex min-h-6 items-center text-muted quiet-link"
      >
        <Moment at={createdAt} timeZone={timeZone} />
      </a>
      {editedAt ? (
        <a
          href={historyPath(id)}
          rel="nofollow"
          className="inline-flex min-h-6 items-center gap-1 text-muted quiet-link"
        >
          edited <Moment at={editedAt} timeZone={timeZone} />
        </a>
      ) : null}
    </header>
  );
}

function Answers({ to }: { to: PublicComment }) {
  return (
    <p className="text-muted text-sm">
      replying to{' '}
      <a href={`#comment-${to.id}`} className="text-link">
        {to.author?.name ?? to.author?.handle ?? 'a comment above'}
      </a>
    </p>
  );
}
