import { Moment } from '@/components/ui/moment';
import '@/components/comments/prose.css';
import Link from 'next/link';
import { MathText } from '@/components/papers/math-text';
import { commentPath } from '@/lib/comments/paths';
import { formatCount, formatMoment } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import type { ProfileComment } from '@/lib/profiles/types';

type Props = { comments: ProfileComment[]; timeZone: string; brief?: boolean };

/** A user's comments with their papers; `brief` shows only the first lines. */
export function ProfileCommentList({ comments, timeZone, brief = false }: Props) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {comments.map(({ id, html, at, edited, upvotes, paper }) => (
        <li key={id} className="py-3">
          <article aria-label={`Comment of ${formatMoment(at, timeZone)}`}>
            <p className="flex flex-wrap items-baseline gap-x-2 text-muted text-sm">
              <span className="min-w-0">
                on{' '}
                <Link
                  href={paperPath(paper.slug)}
                  prefetch={false}
                  className="font-semibold font-title text-base text-ink hover:text-accent"
                >
                  <MathText text={paper.title} />
                </Link>
              </span>
              <a href={commentPath(id)} className="underline-offset-4 hover:underline">
                <Moment at={at} timeZone={timeZone} precise />
              </a>
              {edited ? <span>edited</span> : null}
              {upvotes > 0 ? (
                <span>{upvotes === 1 ? '1 upvote' : `${formatCount(upvotes)} upvotes`}</span>
              ) : null}
            </p>
            <div
              className={`prose mt-1 ${brief ? 'max-h-24 overflow-hidden [mask-image:linear-gradient(#000_70%,transparent)]' : ''}`}
              dir="auto"
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </article>
        </li>
      ))}
    </ol>
  );
}
