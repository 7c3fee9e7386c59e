import type { Metadata } from 'next';
import Link from 'next/link';
import { NothingFollowed } from '@/components/follows/nothing-followed';
import { Reasons } from '@/components/follows/reasons';
import { PageLinks } from '@/components/layout/page-links';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedTabs } from '@/components/papers/feed-tabs';
import { ReaderFeed } from '@/components/papers/reader-feed';
import { MemberFirst } from '@/components/people/member-first';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import {
  getFollowing,
  LAST_FOLLOWING_PAGE,
  listFollowSuggestions,
  listFollows,
} from '@/lib/follows/data';
import { followKey } from '@/lib/follows/key';
import { followingPath } from '@/lib/follows/paths';
import { param } from '@/lib/sign-in/page';
import { pageNumber } from '@/lib/web/page-number';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Following', robots: { index: false } };

export default async function FollowingPage({ searchParams }: PageProps<'/following'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const order = param(params, 'order') === 'new' ? 'new' : 'trending';
  const page = pageNumber(param(params, 'page'), LAST_FOLLOWING_PAGE);
  const follows = viewer?.handle ? await listFollows(viewer.id) : [];
  return (
    <PageShell>
      <PageHeading
        hint="Papers that what you follow has brought."
        aside={
          follows.length ? (
            <Link href="/following/manage" prefetch={false} className={buttonClass({ size: 'sm' })}>
              Manage ({follows.length})
            </Link>
          ) : null
        }
      >
        Following
      </PageHeading>
      {!viewer?.handle ? (
        <MemberFirst
          viewer={viewer}
          from="/following"
          purpose="follow topics, authors and readers"
        />
      ) : follows.length === 0 ? (
        <NothingFollowed
          suggestions={await listFollowSuggestions(viewer.id, follows)}
          followed={new Set(follows.map(followKey))}
        />
      ) : (
        <>
          <FeedTabs
            label="Order"
            tabs={[
              { label: 'Trending', href: followingPath('trending'), current: order === 'trending' },
              { label: 'New', href: followingPath('new'), current: order === 'new' },
            ]}
          />
          <Brought {...(await getFollowing(viewer.id, order, page))} order={order} />
        </>
      )}
    </PageShell>
  );
}

type BroughtProps = Awaited<ReturnType<typeof getFollowing>> & { order: 'trending' | 'new' };

function Brought({ papers, reasons, page, more, order }: BroughtProps) {
  return (
    <div className="mt-3">
      {papers.length ? (
        <ReaderFeed
          papers={papers}
          byRate={order === 'trending'}
          renderNote={({ id }) => <Reasons reasons={reasons.get(id) ?? []} />}
        />
      ) : (
        <Notice title={page > 1 ? 'That was all' : 'Nothing yet'}>
          {page > 1
            ? 'What you follow has brought no more papers.'
            : 'What you follow has brought no papers so far. They appear here as they come.'}
        </Notice>
      )}
      <PageLinks path={(to) => followingPath(order, to)} page={page} more={more} />
    </div>
  );
}
