import { z } from 'zod';
import {
  type CollectionRow,
  getCollectionByKey,
  listCollectionsFor,
  listItems,
} from '@/db/queries/collections';
import { findReader } from '@/db/queries/follows';
import { onReplica } from '@/db/replicas';
import { type Refusal, refuse } from '@/lib/base/errors';
import { escapeHtml } from '@/lib/base/escape';
import { exactText } from '@/lib/base/input-text';
import { collectionPath } from '@/lib/collections/paths';
import { canSee, isShown } from '@/lib/collections/policy';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import type { Viewer } from '@/lib/web/types';
import { cursorParam, readCursor, writeCursor } from './cursor';
import { objectId } from './object-id';
import { findPaper } from './paper-key';
import { absolute, readerPerson } from './papers';
import type { Collection, CollectionItem } from './schema';

export const collectionParam = z.object({
  slug: z.string().regex(COLLECTION_KEY, 'A collection has a key of 16 letters and digits.'),
});

export const collectionsQuery = z.object({
  paper: exactText().max(100).optional().describe('`2407.21783`: those that hold it.'),
  item: exactText().max(110).optional().describe('The same as `papers/2407.21783`.'),
  owner: exactText().max(40).optional().describe('A handle: those of this reader.'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: cursorParam,
});
type Query = z.output<typeof collectionsQuery>;

export const noCollection = (): Refusal => refuse('not_found', { message: 'Collection not found' });

/** Items per collection in a list, and in a response for one collection. */
const ITEMS = { list: 4, one: 500 };

type Item = Awaited<ReturnType<typeof listItems>>[number];

const toItem = (row: Item): CollectionItem => ({
  _id: objectId('paper', row.paperId),
  id: row.slug,
  type: 'paper',
  position: row.position,
  title: row.title,
  upvotes: row.upvotes,
  publishedAt: row.publishedAt.toISOString(),
  ...(row.note && { note: { text: row.note, html: escapeHtml(row.note) } }),
});

const toListed = (row: CollectionRow, items: Item[]): Collection => ({
  slug: row.key,
  title: row.name,
  ...(row.description && { description: row.description }),
  owner: readerPerson(row.ownerId, {
    handle: row.owner,
    name: row.ownerName,
    picture: row.ownerPicture,
  }),
  lastUpdated: row.updatedAt.toISOString(),
  private: !isShown(row),
  visibility: row.visibility,
  url: absolute(collectionPath(row.key)),
  theme: 'blue',
  upvotes: row.followers,
  numberItems: row.papers,
  items: items.filter(({ collectionId }) => collectionId === row.id).map(toItem),
});

/** A single collection: huggingface_hub requires its `position`, but sets it itself in lists. */
const toCollection = (row: CollectionRow, items: Item[]): Collection => ({
  ...toListed(row, items),
  position: 0,
});

/**
 * Returns the collection with all of its papers for this viewer; null if it does not exist for
 * them.
 */
export const readCollection = (viewer: Viewer | null, key: string): Promise<Collection | null> =>
  from(viewer, () => readOne(viewer, key));

/** Users see their own writes at once, so only what strangers read comes from a replica. */
const from = <T>(viewer: Viewer | null, read: () => Promise<T>): Promise<T> =>
  viewer ? read() : onReplica(read);

async function readOne(viewer: Viewer | null, key: string): Promise<Collection | null> {
  const row = await getCollectionByKey(key);
  if (!row || !canSee(viewer, row)) return null;
  return toCollection(row, await listItems([row.id], ITEMS.one));
}

/**
 * Returns a page of public collections, or of the viewer's own; null for a cursor of another list.
 */
export const readCollections = (viewer: Viewer | null, query: Query): Promise<Page | null> =>
  from(viewer, () => readPage(viewer, query));

type Page = { items: Collection[]; next: string | null };

async function readPage(
  viewer: Viewer | null,
  { limit, cursor, ...asked }: Query,
): Promise<Page | null> {
  const key = readCursor('collections', z.tuple([z.int().min(1)]), cursor);
  if (cursor && !key) return null;
  const nothing = { items: [], next: null };
  const named = asked.paper ?? asked.item?.replace(/^papers\//, '');
  const paper = named === undefined ? undefined : await findPaper(named);
  const owner = asked.owner === undefined ? undefined : await findReader(asked.owner);
  if (paper === null || owner === null) return nothing;
  const rows = await listCollectionsFor({
    slug: paper?.slug,
    ownerId: owner?.id,
    all: viewer !== null && owner?.id === viewer.id,
    after: key?.[0],
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const first = await listItems(
    shown.map(({ id }) => id),
    ITEMS.list,
  );
  const items = shown.map((row) => toListed(row, first));
  const last = shown.at(-1);
  if (!last || rows.length <= limit) return { items, next: null };
  const following = Object.entries({
    ...asked,
    limit,
    cursor: writeCursor('collections', [last.id]),
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return { items, next: absolute(`/api/collections?${new URLSearchParams(following)}`) };
}
