import { Moment } from '@/components/ui/moment';
import '@/components/comments/prose.css';
import { MathText } from '@/components/papers/math-text';
import { commentPath } from '@/lib/comments/paths';
import { moderatePaperPath, moderateReaderPath } from '@/lib/moderation/paths';

type Props = {
  comment: {
    id: number;
    markdown: string;
    html: string;
    createdAt: Date;
    deleted: boolean;
    hidden: boolean;
    handle: string | null;
    slug: string;
    title: string;
  };
  timeZone?: string;
};

const link = 'inline-flex min-h-6 items-center text-link';

/** A comment under review: as rendered, with its source below. */
export function CommentSubject({ comment, timeZone }: Props) {
  const { id, markdown, html, createdAt, deleted, hidden, handle, slug, title } = comment;
  const at = createdAt.toISOString();
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 text-muted">
        {handle ? (
          <a href={moderateReaderPath(handle)} className={link}>
            @{handle}
          </a>
        ) : (
          'A former reader'
        )}
        <Moment at={at} timeZone={timeZone} precise />
        {hidden ? <strong className="text-ink">Hidden</strong> : null}
        <span>on</span>
        <a href={moderatePaperPath(slug)} className={link}>
          <MathText text={title} />
        </a>
        {hidden ? null : (
          <a href={commentPath(id)} className={link}>
            In its thread
          </a>
        )}
      </p>
      {deleted ? (
        <p className="mt-2 text-muted italic">Deleted by its author.</p>
      ) : (
        <>
          <blockquote
            dir="auto"
            className="prose mt-2 max-h-96 max-w-prose overflow-y-auto break-words border-line-strong border-l-2 pl-3"
            dangerouslySetInnerHTML={{ __html: html }}
          />
          <details className="mt-1">
            <summary className="inline-flex min-h-6 items-center text-muted">Source</summary>
            <pre
              dir="auto"
              className="mt-1 max-h-96 max-w-prose overflow-y-auto whitespace-pre-wrap break-words"
            >
              {markdown}
            </pre>
          </details>
        </>
      )}
    </div>
  );
}
