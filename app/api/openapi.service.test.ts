import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { createCollection } from '@/lib/collections/service';
import { postComment } from '@/lib/comments/service';
import type { ApiDocument } from '@/lib/programs/api/document';
import { authorId } from '@/lib/programs/api/object-id';
import { OPERATIONS } from '@/lib/programs/api/operations';
import { reactToComment } from '@/lib/reactions/service';
import { tokenOf } from '@/lib/tokens/testing/token';
import type { Viewer } from '@/lib/web/types';
import { ask } from './testing/ask';

useTestDatabase();

let document: ApiDocument;
let reader: Viewer;
let author: Viewer;
let paper: { id: number; slug: string };
let unlisted: { slug: string };
let commentId: number;
let collection: string;
let doomed: string;

beforeAll(async () => {
  document = await (await ask('/api/openapi.json')).json();
  reader = await createUser({ name: 'Ada L.' });
  author = await createUser();
  paper = await createPaper({
    listed: true,
    submittedBy: reader.id,
    summary: 'Short.',
    summaryBy: 'a test',
    keywords: ['tests'],
    codeUrl: 'https://example.org/code',
    codeStars: 1,
    projectUrl: 'https://example.org/',
    withdrawn: false,
  });
  unlisted = await createPaper();
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status) values
    (${paper.id}, 0, 'Ada L.', ${author.id}, 'verified'), (${paper.id}, 1, 'B. C.', null, null)`;
  const post = async (viewer: Viewer, parentId?: number) => {
    const input = { paperId: paper.id, markdown: 'A *word*.', clientKey: randomUUID(), parentId };
    const posted = await postComment(
      { viewer },
      { ...input, kind: parentId ? null : ('question' as const) },
    );
    if (!posted.ok) throw new Error(posted.reason);
    return posted.data.commentId;
  };
  const collect = async (name: string) => {
    const facts = { name, description: 'To read.', visibility: 'public' as const };
    const made = await createCollection({ viewer: reader }, { ...facts, paper: paper.slug });
    if (!made.ok) throw new Error(made.reason);
    return made.data.key;
  };
  [collection, doomed] = [await collect('Good'), await collect('Over')];
  commentId = await post(reader);
  await post(author, commentId);
  await reactToComment({ viewer: author }, { commentId, reaction: 'thanks', on: true });
});
beforeEach(() => emptyTables('rate_limits'));

type Call = { path?: Record<string, string | number>; query?: string; body?: () => object };

/** One successful call of each operation. */
const CALLS: Record<string, () => Call> = {
  listDailyPapers: () => ({}),
  searchPapers: () => ({ query: `q=${paper.slug}` }),
  listPapers: () => ({ query: 'sort=trending' }),
  getPaper: () => ({ path: { id: paper.slug } }),
  readPaper: () => ({ path: { id: paper.slug } }),
  listComments: () => ({ path: { id: paper.slug } }),
  getThread: () => ({ path: { id: paper.slug, comment: commentId } }),
  listEngagement: () => ({ query: `ids=${paper.slug}` }),
  upvotePaper: () => ({ path: { id: paper.slug } }),
  takeUpvoteBack: () => ({ path: { id: paper.slug } }),
  postComment: () => ({ path: { id: paper.slug }, body: () => ({ comment: 'Hello.' }) }),
  replyToComment: () => ({
    path: { id: paper.slug, parent: commentId },
    body: () => ({ comment: 'Yes.' }),
  }),
  submitPaper: () => ({ body: () => ({ paper_id: unlisted.slug, comment: 'Look.' }) }),
  indexPaper: () => ({ body: () => ({ arxivId: paper.slug }) }),
  claimPaper: () => ({
    body: () => ({ paperId: paper.slug, claimAuthorId: authorId(paper.id, 1) }),
  }),
  setLinks: () => ({
    path: { id: paper.slug },
    body: () => ({ githubRepo: 'https://example.org/other' }),
  }),
  listForYou: () => ({}),
  markNotInterested: () => ({ path: { id: paper.slug } }),
  takeNotInterestedBack: () => ({ path: { id: paper.slug } }),
  startForYou: () => ({ body: () => ({ papers: [paper.slug], topics: ['cs.LG'] }) }),
  listCollections: () => ({ query: `paper=${paper.slug}` }),
  getCollection: () => ({ path: { slug: collection } }),
  createCollection: () => ({
    body: () => ({ title: `List ${randomUUID()}`, item: { id: paper.slug, type: 'paper' } }),
  }),
  updateCollection: () => ({ path: { slug: collection }, body: () => ({ private: false }) }),
  deleteCollection: () => ({ path: { slug: doomed } }),
  addCollectionItem: () => ({
    path: { slug: collection },
    body: () => ({ item: { id: unlisted.slug, type: 'paper' }, note: 'After it.' }),
  }),
  updateCollectionItem: () => ({
    path: { slug: collection, item: paper.slug },
    body: () => ({ note: '<b>First</b>', position: 0 }),
  }),
  deleteCollectionItem: () => ({ path: { slug: collection, item: unlisted.slug } }),
  whoAmI: () => ({}),
  listRepos: () => ({ path: { id: paper.slug } }),
  listModels: () => ({ query: `filter=arxiv:${paper.slug}` }),
  listDatasets: () => ({}),
  listSpaces: () => ({}),
};

const addressOf = (template: string, { path = {}, query = '' }: Call) =>
  template.replace(/\{(\w+)\}/g, (_, name) => String(path[name])) + (query && `?${query}`);

/** Returns the schema errors of a response; empty if it conforms to the document. */
async function faults(response: Response, template: string, method: string): Promise<unknown> {
  const operation = document.paths[template]?.[method.toLowerCase()];
  const declared = operation?.responses[response.status];
  if (!declared) return `${response.status} is not in the document`;
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  const content = declared.content?.[type];
  if (!content) return `${type} is not in the document`;
  const body = type === 'application/json' ? await response.json() : await response.text();
  // Adds the document's schemas as siblings, where ajv resolves references.
  const schema = JSON.parse(
    JSON.stringify({ ...content.schema, $defs: document.components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    ),
  );
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const validate = ajv.compile(schema);
  return validate(body) ? [] : validate.errors;
}

describe('the document of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1/);
  });

  it('has every operation that a route serves, and no other', async () => {
    const served: string[] = [];
    for (const file of readdirSync('app/api', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('route.ts')) continue;
      const text = readFileSync(`app/api/${file}`, 'utf8');
      const path = `/api/${file.replace('/route.ts', '').replaceAll('[', '{').replaceAll(']', '}')}`;
      const [, names = ''] = /= serveOperations\(([^)]*)\)/.exec(text) ?? [];
      const [, from] = /'@\/lib\/programs\/api\/operations\/([\w-]+)'/.exec(text) ?? [];
      for (const name of names.split(/[\s,]+/).filter(Boolean)) {
        const operations = await import(`../../lib/programs/api/operations/${from}.ts`);
        expect(operations[name].path, file).toBe(path);
        served.push(`${operations[name].method} ${path}`);
      }
    }
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(served.sort()).toEqual(documented.sort());
    expect(OPERATIONS.map(({ id }) => id).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(OPERATIONS)(
    '$id answers as it says',
    async ({ id, method, path, scope, signedIn, status = 200 }) => {
      const call = CALLS[id]?.() ?? {};
      // Only the paper's author may set links.
      const user = id === 'setLinks' ? author : reader;
      const token = scope || signedIn ? await tokenOf(user) : undefined;
      const response = await ask(addressOf(path, call), { method, token, body: call.body?.() });
      expect(response.status).toBe(status);
      expect(await faults(response, path, method)).toEqual([]);
    },
  );

  it.each(OPERATIONS)('$id refuses as it says', async (operation) => {
    const { id, method, path, scope, query, params } = operation;
    const call = CALLS[id]?.() ?? {};
    const bad: Call[] = [];
    if ('limit' in query.shape) bad.push({ ...call, query: 'limit=none' });
    if ('id' in params.shape && !path.startsWith('/api/arxiv/')) {
      bad.push({ ...call, path: { ...call.path, id: '1234.56789' } });
    }
    const token = scope ? await tokenOf(reader) : undefined;
    for (const wrong of bad) {
      await emptyTables('rate_limits');
      const sent = { method, token, body: call.body?.() };
      const response = await ask(addressOf(path, wrong), sent);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await faults(response, path, method)).toEqual([]);
    }
    if (!scope) return;
    const unsigned = await ask(addressOf(path, call), { method, body: call.body?.() });
    expect(unsigned.status).toBe(401);
    expect(await faults(unsigned, path, method)).toEqual([]);
    if (!call.body) return;
    await emptyTables('rate_limits');
    const empty = await ask(addressOf(path, call), { method, token, body: [] });
    expect(empty.status).toBe(400);
    expect(await faults(empty, path, method)).toEqual([]);
  });
});
