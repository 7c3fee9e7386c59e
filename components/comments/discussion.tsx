import Link from 'next/link';
import { WatchControl } from '@/components/notifications/watch-control';
import { plural } from '@/lib/base/plural';
import { discussionPath } from '@/lib/comments/paths';
import { pinAuthors } from '@/lib/comments/pinned';
import type { ThreadFilter, ThreadPage } from '@/lib/comments/types';
import type { Lock } from '@/lib/papers/types';
import { CommentDesk } from './comment-desk';
import { CommentList } from './comment-list';
import { LockedNote } from './locked-note';
import { NewComment } from './new-comment';
import { NewerNotice } from './newer-notice';
import { ThreadToolbar } from './thread-toolbar';
import './prose.css';
import './thread.css';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';

/** Threads with fewer comments get no sort and filter toolbar. */
const FILTERED_FROM = 10;

type Props = {
  paperId: number;
  slug: string;
  /** Visible comments of the paper, across all pages. */
  comments: number;
  lock: Lock | null;
  page: ThreadPage;
  filter: ThreadFilter;
  timeZone?: string;
};

/** One page of a paper's threads, and the form for a new one. */
export function Discussion({ paperId, slug, comments, lock, page, filter, timeZone }: Props) {
  const filtered = filter.kind !== undefined || filter.state !== undefined;
  const { pinned, rest } = pinAuthors(page, filter);
  return (
    <section
      id="comments"
      aria-labelledby="comments-heading"
      className={comments === 0 ? 'screen-only scroll-mt-4' : 'scroll-mt-4'}
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="comments-heading" className="font-semibold text-lg">
          Discussion{' '}
          <span className="font-normal text-muted text-sm">{plural(comments, 'comment')}</span>
        </h2>
        <div className="screen-only flex items-center gap-2">
          <WatchControl paperId={paperId} slug={slug} />
          <SubscribeMenu source={{ kind: 'discussion', slug }} />
        </div>
      </div>
      {lock ? <LockedNote lock={lock} /> : null}
      <CommentDesk paperId={paperId} slug={slug} locked={lock !== null}>
        <div className="screen-only mb-4 empty:hidden">
          <NewComment />
        </div>
        {comments >= FILTERED_FROM || filtered ? (
          <ThreadToolbar slug={slug} filter={filter} />
        ) : null}
        {pinned ? (
          <section aria-labelledby="from-authors" className="pinned">
            <h3 id="from-authors" className="mb-2 font-semibold text-accent text-sm">
              From the authors
            </h3>
            <CommentList threads={[pinned]} slug={slug} timeZone={timeZone} />
          </section>
        ) : null}
        {rest.length > 0 ? (
          <CommentList threads={rest} slug={slug} timeZone={timeZone} />
        ) : pinned ? null : (
          <p className="text-muted text-sm">
            {filtered ? 'No threads match this filter.' : 'No comments yet. Start the discussion.'}
          </p>
        )}
      </CommentDesk>
      <NewerNotice paperId={paperId} slug={slug} newest={page.newest} />
      <Pages slug={slug} page={page} filter={filter} />
    </section>
  );
}

function Pages({ slug, page, filter }: Pick<Props, 'slug' | 'page' | 'filter'>) {
  if (page.page === 1 && !page.more) return null;
  return (
    <nav
      aria-label="Pages of the discussion"
      className="screen-only mt-6 flex justify-between text-sm"
    >
      {page.page > 1 ? (
        <Link
          prefetch={false}
          rel="nofollow"
          className="text-link"
          href={discussionPath(slug, filter, page.page - 1)}
        >
          Previous threads
        </Link>
      ) : (
        <span />
      )}
      {page.more ? (
        <Link
          prefetch={false}
          rel="nofollow"
          className="text-link"
          href={discussionPath(slug, filter, page.page + 1)}
        >
          More threads
        </Link>
      ) : null}
    </nav>
  );
}
