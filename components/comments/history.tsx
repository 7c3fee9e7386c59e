import { ReaderLink } from '@/components/people/reader-link';
import { Changes } from '@/components/ui/changes';
import { Moment } from '@/components/ui/moment';
import { commentPath } from '@/lib/comments/paths';
import type { CommentHistory } from '@/lib/comments/types';

type Props = { history: CommentHistory; timeZone?: string };

/** A comment's revisions, newest first, each with its diff. */
export function History({ history, timeZone }: Props) {
  const { id, author, texts } = history;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="font-semibold text-lg">
        History of a comment
      </h2>
      <p className="mb-4 text-muted text-sm">
        By {author ? <ReaderLink handle={author.handle} /> : 'a former reader'}.{' '}
        <a href={commentPath(id)} rel="nofollow" className="text-link">
          Back to the comment
        </a>
      </p>
      <ol reversed className="space-y-6">
        {texts
          .map((text, i) => (
            <li key={text.at}>
              <h3 className="mb-1 text-muted text-sm">
                {i === 0 ? 'Written' : 'Edited'} <Moment at={text.at} timeZone={timeZone} precise />
              </h3>
              <pre
                dir="auto"
                className="whitespace-pre-wrap rounded-md border border-line bg-surface p-3 font-mono text-sm"
              >
                <Changes pieces={text.pieces} />
              </pre>
            </li>
          ))
          .reverse()}
      </ol>
    </section>
  );
}
