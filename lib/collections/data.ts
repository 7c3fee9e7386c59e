import { cacheLife, cacheTag } from 'next/cache';
import {
  type CollectionRow,
  getCollectionByKey,
  isFollowed,
  listCollected,
  listCollectionsOf,
  listLastCollected,
  listOwnWith,
  listPublicOf,
  listPublicWith,
} from '@/db/queries/collections';
import { getPaperBySlug } from '@/db/queries/papers';
import { collectedTag, collectionTag, readerTag } from '@/lib/base/tags';
import { listSummaries } from '@/lib/feeds/summaries';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { LAST_PAGE, PAGE_SIZE, SLUG } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { withDeadline } from '@/lib/web/deadline';
import { publicRead } from '@/lib/web/public-read';
import type { Viewer } from '@/lib/web/types';
import { canSee } from './policy';
import type { CollectedPaper, Collection, CollectionSummary, OwnCollection } from './types';

const summary = (row: CollectionRow): CollectionSummary => ({
  key: row.key,
  name: row.name,
  description: row.description,
  visibility: row.visibility,
  papers: row.papers,
  owner: row.owner,
  hidden: row.hidden,
  updatedAt: row.updatedAt.toISOString(),
});

/** Returns the collection for this viewer; null if it does not exist for them. */
export async function getCollection(
  viewer: Viewer | null,
  key: string,
): Promise<Collection | null> {
  if (!COLLECTION_KEY.test(key)) return null;
  const row = await withDeadline(() => getCollectionByKey(key));
  if (!row || !canSee(viewer, row)) return null;
  const { id, followers } = row;
  return { ...summary(row), id, followers, yours: row.ownerId === viewer?.id };
}

/** Returns the viewer's collections, the last updated first. */
export async function listOwnCollections(viewer: Viewer): Promise<CollectionSummary[]> {
  return (await withDeadline(() => listCollectionsOf(viewer.id))).map(summary);
}

export const isFollowing = (viewer: Viewer, { id }: Collection): Promise<boolean> =>
  withDeadline(() => isFollowed(id, viewer.id));

/** Returns a paper that can be saved; null if it does not exist. */
export async function getSaveable(slug: string): Promise<{ slug: string; title: string } | null> {
  const row = SLUG.test(slug) ? await withDeadline(() => getPaperBySlug(slug)) : null;
  return row && { slug: row.slug, title: row.title };
}

/** Returns the viewer's collections by name, with whether each contains the paper. */
export const listOwnFor = (viewer: Viewer, slug: string): Promise<OwnCollection[]> =>
  withDeadline(() => listOwnWith(viewer.id, slug));

/** Papers that are kept for reading offline. */
const SAVED = 30;

/** The slugs of the papers in the viewer's own collections, the last saved first. */
export const listSavedSlugs = (viewer: Viewer): Promise<string[]> =>
  withDeadline(() => listLastCollected(viewer.id, SAVED));

export type CollectionPage = {
  papers: PaperSummary[];
  /** Note and position of each paper, by its id. */
  places: Map<number, CollectedPaper>;
  page: number;
  more: boolean;
};

/** Returns a page of a collection from `getCollection`, in the owner's order. */
export async function getCollectionPage(
  { id }: Collection,
  page: number,
  size = PAGE_SIZE,
): Promise<CollectionPage> {
  const offset = (page - 1) * size;
  const rows = await withDeadline(() => listCollected(id, { limit: size + 1, offset }));
  const shown = rows.slice(0, size);
  const papers = await listSummaries(shown.map(({ paperId }) => paperId));
  const places = shown.map(({ addedAt, ...row }, at) => ({
    ...row,
    place: offset + at + 1,
    addedAt: addedAt.toISOString(),
  }));
  return {
    papers,
    places: new Map(places.map((place) => [place.paperId, place])),
    page,
    more: rows.length > size && page < LAST_PAGE,
  };
}

/** Most collections listed on a paper's page. */
const NAMED = 10;

/** Returns the public collections with a paper, for its stored page. */
export async function loadCollectionsWith(
  paperId: number,
): Promise<{ collections: CollectionSummary[]; more: boolean }> {
  cacheTag(collectedTag(paperId));
  const rows = await publicRead(() => listPublicWith(paperId, NAMED + 1));
  // Counts of a collection's papers and followers change without an invalidation.
  if (rows.length === 0) cacheLife('quiet');
  else cacheLife('public');
  const shown = rows.slice(0, NAMED);
  // A ban or a deleted account of an owner invalidates the user's tag.
  for (const { key, owner } of shown) cacheTag(collectionTag(key), readerTag(owner));
  return { collections: shown.map(summary), more: rows.length > NAMED };
}

/** Returns a page of a user's public collections, for the stored profile. */
export async function getPublicCollections(
  ownerId: string,
  handle: string,
  page: number,
  size = PAGE_SIZE,
): Promise<{ collections: CollectionSummary[]; more: boolean }> {
  'use cache';
  cacheLife('public');
  cacheTag(readerTag(handle));
  const at = { limit: size + 1, offset: (page - 1) * size };
  const rows = await publicRead(() => listPublicOf(ownerId, at));
  return {
    collections: rows.slice(0, size).map(summary),
    more: rows.length > size && page < LAST_PAGE,
  };
}
