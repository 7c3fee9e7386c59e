import { z } from 'zod';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { exactText } from '@/lib/base/input-text';
import {
  collectionDescription,
  collectionName,
  collectionNote,
  visibility,
} from '@/lib/collections/schema';
import { verbs } from '@/lib/collections/verbs';
import { callVerb } from '@/lib/web/verb';
import {
  collectionParam,
  collectionsQuery,
  noCollection,
  readCollection,
  readCollections,
} from '../collections';
import { type ApiClient, defineOperation, reply } from '../operation';
import { findPaper, noPaper } from '../paper-key';
import { collection } from '../schema';
import { pageOf } from './papers';

const nothing = z.object({});
/** Private collections are the viewer's own, and need a token with the scope `read`. */
const reading = ({ viewer, scopes }: ApiClient) => (scopes.includes('read') ? viewer : null);

const writing = {
  tag: 'Collections',
  query: nothing,
  scope: 'write',
  limit: verbs.createCollection.limit,
} as const;

const alreadyIn = refuse('conflict', { message: 'This paper is already in the collection.' });

/** Responds with the collection after a change. */
async function changed(client: ApiClient, result: Result<{ key: string }>) {
  if (!result.ok) return result;
  const found = await readCollection(client.viewer, result.data.key);
  return found ? ok(reply(found)) : noCollection();
}

const facts = z.object({
  title: collectionName,
  description: collectionDescription.optional(),
  private: z.boolean().optional().describe('`true` is `private`, `false` is `public`.'),
  visibility: visibility.optional().describe('Counts more than `private`.'),
});
const visibilityOf = (said: { private?: boolean; visibility?: z.output<typeof visibility> }) =>
  said.visibility ?? (said.private === undefined ? undefined : said.private ? 'private' : 'public');

const itemParam = collectionParam.extend({
  item: exactText()
    .min(1)
    .max(100)
    .describe('The identifier of a paper in it, or the item’s `_id`.'),
});
const itemOf = z.object({
  id: exactText().min(1).max(100).describe('`2407.21783`'),
  type: z.literal('paper'),
});

export const listCollections = defineOperation({
  id: 'listCollections',
  method: 'GET',
  path: '/api/collections',
  tag: 'Collections',
  summary: 'Collections, the newest first',
  description:
    'Public ones, each with its first four papers; with `owner` and a token of that reader’s that may `read`, all of the reader’s own.',
  params: nothing,
  query: collectionsQuery,
  response: z.array(collection),
  personal: true,
  run: async (client, query) => {
    const page = await readCollections(reading(client), query);
    return pageOf(page && reply(page.items, page.next));
  },
});

export const getCollection = defineOperation({
  id: 'getCollection',
  method: 'GET',
  path: '/api/collections/{slug}',
  tag: 'Collections',
  summary: 'A collection with its papers and notes',
  params: collectionParam,
  query: nothing,
  response: collection,
  personal: true,
  refusals: ['not_found'],
  run: async (client, { slug }) => {
    const found = await readCollection(reading(client), slug);
    return found ? ok(reply(found)) : noCollection();
  },
});

export const makeCollection = defineOperation({
  ...writing,
  id: 'createCollection',
  method: 'POST',
  path: '/api/collections',
  summary: 'Make a collection',
  description: 'Private unless you say otherwise.',
  params: nothing,
  body: facts.extend({ item: itemOf.optional().describe('Its first paper.') }),
  response: collection,
  status: 201,
  refusals: ['taken', 'conflict', 'not_found'],
  run: async (client, { title, description = '', item, ...said }) => {
    const paper = item && (await findPaper(item.id));
    if (paper === null) return noPaper();
    const visible = visibilityOf(said) ?? 'private';
    const input = { name: title, description, visibility: visible, paper: paper?.slug };
    return changed(client, await callVerb(verbs.createCollection, client, input));
  },
});

export const changeCollection = defineOperation({
  ...writing,
  id: 'updateCollection',
  method: 'PATCH',
  path: '/api/collections/{slug}',
  summary: 'Change title, description, or who sees it',
  description: 'What is not sent stays as it is.',
  params: collectionParam,
  body: facts.partial(),
  response: z.object({ data: collection }),
  refusals: ['taken', 'not_found'],
  run: async (client, { slug, title, description, ...said }) => {
    const now = await readCollection(client.viewer, slug);
    if (!now) return noCollection();
    const result = await callVerb(verbs.updateCollection, client, {
      collection: slug,
      name: title ?? now.title,
      description: description ?? now.description ?? '',
      visibility: visibilityOf(said) ?? now.visibility,
    });
    if (!result.ok) return result;
    const data = await readCollection(client.viewer, slug);
    return data ? ok(reply({ data })) : noCollection();
  },
});

export const dropCollection = defineOperation({
  ...writing,
  id: 'deleteCollection',
  method: 'DELETE',
  path: '/api/collections/{slug}',
  summary: 'Delete a collection',
  params: collectionParam,
  response: z.object({ success: z.literal(true) }),
  refusals: ['not_found'],
  run: async (client, { slug }) => {
    const result = await callVerb(verbs.deleteCollection, client, { collection: slug });
    return result.ok ? ok(reply({ success: true as const })) : result;
  },
});

export const addItem = defineOperation({
  ...writing,
  id: 'addCollectionItem',
  method: 'POST',
  path: '/api/collections/{slug}/items',
  summary: 'Put a paper at the end of a collection',
  description: 'A paper that is in it already is refused with 409 and stays where it is.',
  params: collectionParam,
  body: z.object({ item: itemOf, note: collectionNote.optional() }),
  response: collection,
  refusals: ['not_found', 'conflict'],
  run: async (client, { slug, item, note = '' }) => {
    const paper = await findPaper(item.id);
    if (!paper) return noPaper();
    const input = { collection: slug, paper: paper.slug, there: true, note };
    const result = await callVerb(verbs.collectPaper, client, input);
    if (result.ok && !result.data.changed) return alreadyIn;
    return changed(client, result);
  },
});

export const changeItem = defineOperation({
  ...writing,
  id: 'updateCollectionItem',
  method: 'PATCH',
  path: '/api/collections/{slug}/items/{item}',
  summary: 'Change a paper’s note or its place',
  params: itemParam,
  body: z.object({
    note: collectionNote.optional(),
    position: z.int().min(0).max(499).optional().describe('Counted from 0, as in the answer.'),
  }),
  response: collection,
  refusals: ['not_found'],
  run: async (client, { slug, item, note, position }) => {
    const paper = (await findPaper(item))?.slug;
    if (paper === undefined) return noPaper();
    const result = await callVerb(verbs.arrangePapers, client, {
      collection: slug,
      notes: note === undefined ? [] : [{ paper, note }],
      ...(position !== undefined && { move: { paper, to: position + 1 } }),
    });
    return changed(client, result);
  },
});

export const dropItem = defineOperation({
  ...writing,
  id: 'deleteCollectionItem',
  method: 'DELETE',
  path: '/api/collections/{slug}/items/{item}',
  summary: 'Take a paper out of a collection',
  params: itemParam,
  response: collection,
  refusals: ['not_found'],
  run: async (client, { slug, item }) => {
    const paper = (await findPaper(item))?.slug;
    if (paper === undefined) return noPaper();
    const input = { collection: slug, paper, there: false, note: '' };
    return changed(client, await callVerb(verbs.collectPaper, client, input));
  },
});
