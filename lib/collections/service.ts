import { randomBytes } from 'node:crypto';
import { type Transaction, transaction } from '@/db/client';
import {
  countCollectionsOf,
  deleteCollected,
  deleteCollectionRow,
  findKeyOfName,
  holdPaper,
  insertCollected,
  insertCollection,
  listPlaced,
  lockCollection,
  putInOrder,
  updateCollectionRow,
  updateNote,
} from '@/db/queries/collecting';
import type { CollectionRow } from '@/db/queries/collections';
import { publishInvalidation } from '@/db/queries/invalidation';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { purgeCaches } from '@/lib/base/purge';
import { collectedTag, collectionTag, readerTag } from '@/lib/base/tags';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { COLLECTION_LIMITS, READING_LIST } from './limits';
import { moved } from './order';
import { isShown, refuseChanging } from './policy';
import type {
  ArrangeInput,
  CollectInput,
  CreateInput,
  OfCollection,
  SaveInput,
  UpdateInput,
} from './schema';

type Where = { key: string };
type Collected = Where & { there: boolean; changed: boolean };

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
/** 80 random bits. */
const newKey = (): string => [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('');

/**
 * Creates a collection for the viewer, with a first paper if given. Refuses with `taken` a title
 * that the viewer already uses, and with `conflict` more than COLLECTION_LIMITS.collections.
 */
export async function createCollection(
  { viewer }: Context,
  { paper, ...facts }: CreateInput,
): Promise<Result<Where>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const many = await countCollectionsOf(tx, viewer.id);
    const same = await findKeyOfName(tx, viewer.id, facts.name);
    if (same) return nameTaken(same);
    if (many >= COLLECTION_LIMITS.collections) return tooManyCollections;
    const paperId = paper === undefined ? null : await holdPaper(tx, paper);
    if (paper !== undefined && paperId === null) return noPaper;
    const key = newKey();
    const id = await insertCollection(tx, { ...facts, key, ownerId: viewer.id });
    if (paperId !== null) await insertCollected(tx, id, { paperId, note: '' });
    if (facts.visibility === 'public') {
      const papers = paperId === null ? [] : [collectedTag(paperId)];
      await publishInvalidation(tx, [readerTag(viewer.handle), ...papers]);
    }
    return ok({ key });
  });
}

/** Changes title, description and visibility. The address stays the same. */
export async function updateCollection(
  context: Context,
  { collection, ...changes }: UpdateInput,
): Promise<Result<Where>> {
  return asOwner(context, collection, async (tx, found) => {
    const same = await findKeyOfName(tx, found.ownerId, changes.name, found.id);
    if (same) return nameTaken(same);
    await updateCollectionRow(tx, found.id, changes);
    const shows = found.visibility !== 'private' || changes.visibility !== 'private';
    const appears = found.visibility !== 'public' && changes.visibility === 'public';
    // Pages of its papers do not list a collection that becomes public yet.
    const papers = appears ? (await listPlaced(tx, found.id)).map(({ id }) => id) : [];
    if (isShown(found) && changes.visibility !== 'public') {
      await purgeCaches(tx, [collectionTag(found.key), readerTag(found.owner)]);
    }
    return invalidateCollection(tx, found, shows ? papers : null);
  });
}

export async function deleteCollection(
  context: Context,
  { collection }: OfCollection,
): Promise<Result<Where>> {
  return asOwner(context, collection, async (tx, found) => {
    await deleteCollectionRow(tx, found.id);
    await purgeCaches(tx, [collectionTag(found.key), readerTag(found.owner)]);
    return invalidateCollection(tx, found, isShown(found) ? [] : null);
  });
}

/**
 * Adds a paper to the end of a collection or removes it. Idempotent. Refuses with `not_found` a
 * paper that does not exist, and with `conflict` more than COLLECTION_LIMITS.papers.
 */
export async function collectPaper(
  context: Context,
  { collection, paper, there, note }: CollectInput,
): Promise<Result<Collected>> {
  return asOwner<Collected>(context, collection, async (tx, found) => {
    const all = await listPlaced(tx, found.id);
    const placed = all.find(({ slug }) => slug === paper);
    if (placed ? there : !there) return ok({ key: found.key, there, changed: false });
    if (placed) await deleteCollected(tx, found.id, placed.id);
    const paperId = placed?.id ?? (await holdPaper(tx, paper));
    if (paperId === null) return noPaper;
    if (there) {
      // Removed papers do not count towards the limit.
      const many = all.filter(({ removed }) => !removed).length;
      if (many >= COLLECTION_LIMITS.papers) return full;
      await insertCollected(tx, found.id, { paperId, note });
    }
    await updateCollectionRow(tx, found.id);
    if (found.visibility === 'public' && isShown(found)) {
      await publishInvalidation(tx, [collectedTag(paperId)]);
    }
    return ok({ key: found.key, there, changed: true });
  });
}

/**
 * Adds a paper to the viewer's reading list, which is created if it does not exist. Idempotent.
 * Returns the list's key and whether the paper was added.
 */
export async function savePaper(
  context: Context,
  { paper }: SaveInput,
): Promise<Result<Where & { paperId: number; changed: boolean }>> {
  const { viewer } = context;
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const place = await transaction(async (tx) => {
    // Locks the user: two concurrent first saves must not create two lists.
    const many = await countCollectionsOf(tx, viewer.id);
    const paperId = await holdPaper(tx, paper);
    if (paperId === null) return null;
    const found = await findKeyOfName(tx, viewer.id, READING_LIST);
    if (found) return { key: found, paperId };
    if (many >= COLLECTION_LIMITS.collections) return 'full';
    const facts = { name: READING_LIST, description: '', visibility: 'private' as const };
    const key = newKey();
    await insertCollection(tx, { ...facts, key, ownerId: viewer.id });
    return { key, paperId };
  });
  if (place === null) return noPaper;
  if (place === 'full') return tooManyCollections;
  const { key, paperId } = place;
  const put = await collectPaper(context, { collection: key, paper, there: true, note: '' });
  return put.ok ? ok({ ...put.data, paperId }) : put;
}

/**
 * Changes notes, moves a paper to a place (counted from 1, among the visible ones) and removes one,
 * in this order. Refuses with `not_found` if the paper to move or remove is not in it.
 */
export async function arrangePapers(
  context: Context,
  { collection, notes, move, remove }: ArrangeInput,
): Promise<Result<Where>> {
  return asOwner(context, collection, async (tx, found) => {
    const all = await listPlaced(tx, found.id);
    const idOf = new Map(all.map(({ slug, id }) => [slug, id]));
    const about = [move?.paper, remove].filter((slug) => slug !== undefined);
    if (about.some((slug) => !idOf.has(slug))) return refuse('not_found');
    for (const { paper, note } of notes) {
      const id = idOf.get(paper);
      // Another tab may have removed the paper, and the note with it.
      if (id !== undefined) await updateNote(tx, found.id, id, note);
    }
    if (move) await putInOrder(tx, found.id, moved(all, move));
    const removed = remove === undefined ? undefined : idOf.get(remove);
    if (removed !== undefined) await deleteCollected(tx, found.id, removed);
    await updateCollectionRow(tx, found.id);
    const gone = removed !== undefined && found.visibility === 'public' && isShown(found);
    if (gone) await publishInvalidation(tx, [collectedTag(removed)]);
    return ok({ key: found.key });
  });
}

const nameTaken = (slug: string) =>
  refuse('taken', { message: 'You already have a collection with this title.', slug });
const noPaper = refuse('not_found', { message: 'This paper is not on this site.' });
const full = refuse('conflict', {
  message: `This collection has ${COLLECTION_LIMITS.papers} papers, which is the most.`,
});
const tooManyCollections = refuse('conflict', {
  message: `You have ${COLLECTION_LIMITS.collections} collections, which is the most. Delete one first.`,
});

/** Invalidates the pages of a collection, and those of `papers`, which list it; with null, nothing. */
async function invalidateCollection(
  tx: Transaction,
  { key, owner }: CollectionRow,
  papers: number[] | null,
): Promise<Result<Where>> {
  if (papers === null) return ok({ key });
  await publishInvalidation(tx, [
    collectionTag(key),
    readerTag(owner),
    ...papers.map(collectedTag),
  ]);
  return ok({ key });
}

/** Runs `work` on the locked collection if it is the viewer's own. */
async function asOwner<T>(
  { viewer }: Context,
  key: string,
  work: (tx: Transaction, found: CollectionRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const found = await lockCollection(tx, key);
    const refusal = refuseChanging(viewer, found);
    return refusal || !found ? (refusal ?? refuse('not_found')) : work(tx, found);
  });
}
