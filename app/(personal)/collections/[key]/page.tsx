import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollectionActions } from '@/components/collections/collection-actions';
import { CollectionHead, NothingSaved } from '@/components/collections/collection-head';
import { PageLinks } from '@/components/layout/page-links';
import { PageShell } from '@/components/layout/page-shell';
import { ReaderFeed } from '@/components/papers/reader-feed';
import { ViewBeacon } from '@/components/papers/view-beacon';
import { Notice } from '@/components/ui/notice';
import { getCollection, getCollectionPage, isFollowing } from '@/lib/collections/data';
import { COLLECTION_LIMITS } from '@/lib/collections/limits';
import { collectionPath } from '@/lib/collections/paths';
import { isModerator } from '@/lib/moderation/policy';
import { excerpt } from '@/lib/papers/excerpt';
import { PAGE_SIZE } from '@/lib/papers/paths';
import { countUnread } from '@/lib/reads/data';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { inTitle } from '@/lib/site/title';
import { alternates } from '@/lib/syndication/metadata';
import { pageNumber } from '@/lib/web/page-number';
import { getViewer } from '@/lib/web/session';

type Props = PageProps<'/collections/[key]'>;

const LAST = Math.ceil(COLLECTION_LIMITS.papers / PAGE_SIZE);

async function open({ params, searchParams }: Props) {
  const [{ key }, query, viewer] = [await params, await searchParams, await getViewer()];
  const collection = await getCollection(viewer, key);
  return { collection, viewer, query, page: pageNumber(param(query, 'page'), LAST) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { collection, page } = await open(props);
  if (!collection) return { title: 'Not found', robots: { index: false } };
  const { key, name, owner, description, visibility, hidden, papers } = collection;
  const shown = visibility !== 'private' && !hidden;
  return {
    title: inTitle(`${name}, a collection by @${owner}${page > 1 ? `, page ${page}` : ''}`),
    description: excerpt(description || `Papers that @${owner} put together.`, 200),
    ...(shown && {
      alternates: alternates(collectionPath(key, page), {
        source: { kind: 'collection', key },
        title: `${name} by @${owner}`,
      }),
    }),
    // Links from an unlisted collection must not leak its address in the Referer.
    ...(visibility !== 'public' && { referrer: 'same-origin' as const }),
    ...((visibility !== 'public' || !shown || papers === 0) && { robots: { index: false } }),
  };
}

/** proxy.ts returns 404 to viewers who may not see this collection. */
export default async function CollectionPage(props: Props) {
  const { collection, viewer, page } = await open(props);
  if (!collection) notFound();
  const { key, yours, hidden } = collection;
  const [{ papers, places, more }, followed, unread] = await Promise.all([
    getCollectionPage(collection, page),
    viewer ? isFollowing(viewer, collection) : false,
    countUnread(viewer, collection),
  ]);
  return (
    <PageShell>
      <CollectionHead
        collection={collection}
        unread={unread}
        moderates={!yours && isModerator(viewer)}
        actions={<CollectionActions collection={collection} followed={followed} />}
        timeZone={site().timeZone}
      />
      {hidden ? (
        <div className="mb-4">
          <Notice kind="caution" title="A moderator has hidden this collection.">
            {yours
              ? 'Nobody but you and the moderators sees it. Why stands among your notifications.'
              : 'Only its owner and moderators see it.'}
          </Notice>
        </div>
      ) : null}
      {papers.length > 0 ? (
        <>
          <ReaderFeed
            papers={papers}
            renderNote={({ id }) => <Note text={places.get(id)?.note ?? ''} />}
          />
          <ViewBeacon />
        </>
      ) : (
        <p className="rounded-lg border border-line border-dashed px-6 py-8 text-center text-muted">
          {page > 1 ? 'That was all.' : yours ? <NothingSaved /> : 'Nothing is in it yet.'}
        </p>
      )}
      <PageLinks path={(to) => collectionPath(key, to)} page={page} more={more} />
    </PageShell>
  );
}

/** The owner's note on a paper. */
function Note({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p
      dir="auto"
      className="mt-1 max-w-prose whitespace-pre-line border-line-strong border-l-2 pl-3 text-ink [overflow-wrap:anywhere]"
    >
      <span className="sr-only">Note: </span>
      {text}
    </p>
  );
}
