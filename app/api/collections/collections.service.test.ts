import { beforeAll, beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { createCollection } from '@/lib/collections/service';
import type { Visibility } from '@/lib/collections/types';
import { exportCollection } from '@/lib/exports/data';
import { tokenOf } from '@/lib/tokens/testing/token';
import type { Viewer } from '@/lib/web/types';
import { ask } from '../testing/ask';

useTestDatabase();

let owner: Viewer;
let paper: { id: number; slug: string };
const keys = {} as Record<Visibility, string>;

beforeAll(async () => {
  owner = await createUser({ handle: 'owner' });
  paper = await createPaper({ listed: true });
  for (const visibility of ['private', 'unlisted', 'public'] as const) {
    const facts = { name: visibility, description: '', visibility, paper: paper.slug };
    const made = await createCollection({ viewer: owner }, facts);
    if (!made.ok) throw new Error(made.reason);
    keys[visibility] = made.data.key;
  }
});
beforeEach(() => emptyTables('rate_limits'));

type Answer = { title: string; items: { id: string; note?: { text: string; html: string } }[] };
const list = async (query: string, token?: string) =>
  (await (await ask(`/api/collections?${query}`, { token })).json()) as Answer[];
const titles = async (query: string, token?: string) =>
  (await list(query, token)).map(({ title }) => title);

it('lists public ones to everyone, and private ones to a token that may read', async () => {
  const other = await createUser();
  expect(await titles(`paper=${paper.slug}`)).toEqual(['public']);
  expect(await titles(`item=papers/${paper.slug}`)).toEqual(['public']);
  expect(await titles('owner=owner', await tokenOf(other))).toEqual(['public']);
  expect(await titles('owner=owner', await tokenOf(owner, ['write']))).toEqual(['public']);
  const mine = await tokenOf(owner);
  expect(await titles('owner=owner', mine)).toEqual(['public', 'unlisted', 'private']);
  expect(await titles('', mine)).toEqual(['public']);
  expect(await titles('paper=2001.00001')).toEqual([]);
  expect(await titles('owner=nobody-here')).toEqual([]);
  const first = await ask('/api/collections?owner=owner&limit=2', { token: mine });
  const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const rest = await ask(next, { token: mine });
  expect((await rest.json()).map(({ title }: Answer) => title)).toEqual(['private']);
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('cache-control')).toBe('private, no-store');
  const read = async (visibility: Visibility, token?: string) =>
    (await ask(`/api/collections/${keys[visibility]}`, { token })).status;
  expect(await read('private')).toBe(404);
  expect(await read('private', await tokenOf(other))).toBe(404);
  expect(await read('private', await tokenOf(owner, ['write']))).toBe(404);
  expect(await read('private', mine)).toBe(200);
  expect([await read('unlisted'), await read('public')]).toEqual([200, 200]);
});

it('lets a token create one, add, reorder and remove papers', async () => {
  const token = await tokenOf(owner);
  const sent = async (method: string, path: string, body?: object) => {
    const response = await ask(`/api/collections${path}`, { method, token, body });
    return { status: response.status, said: (await response.json()) as Answer & { slug: string } };
  };
  const other = await createPaper();
  const made = await sent('POST', '', { title: 'Made', private: true });
  expect(made).toMatchObject({ status: 201, said: { title: 'Made', private: true, items: [] } });
  const path = `/${made.said.slug}`;
  const put = async ({ slug }: { slug: string }) =>
    (await sent('POST', `${path}/items`, { item: { id: slug, type: 'paper' } })).status;
  expect([await put(paper), await put(other), await put(paper)]).toEqual([200, 200, 409]);
  const note = { note: '<b>first</b>', position: 0 };
  const { said } = await sent('PATCH', `${path}/items/${other.slug}`, note);
  expect(said.items.map(({ id }) => id)).toEqual([other.slug, paper.slug]);
  expect(said.items[0]?.note).toEqual({
    text: '<b>first</b>',
    html: '&lt;b&gt;first&lt;/b&gt;',
  });
  expect(await sent('PATCH', path, { visibility: 'public' })).toMatchObject({
    said: { data: { title: 'Made', visibility: 'public', private: false } },
  });
  // huggingface_hub continues on this response if `exists_ok=True`.
  expect(await sent('POST', '', { title: 'MADE' })).toMatchObject({
    status: 409,
    said: { code: 'taken', slug: made.said.slug },
  });
  expect(await sent('POST', `${path}/items`, { item: { id: 'x', type: 'model' } })).toMatchObject({
    status: 400,
  });
  expect((await sent('DELETE', `${path}/items/${paper.slug}`)).said.items).toHaveLength(1);
  const stranger = await tokenOf(await createUser());
  expect((await ask(`/api/collections${path}`, { method: 'DELETE', token: stranger })).status).toBe(
    403,
  );
  expect(await sent('DELETE', path)).toMatchObject({ status: 200, said: { success: true } });
  expect(await sent('DELETE', path)).toMatchObject({ status: 404 });
});

it('is exported to those who may see it, and private ones are not cached', async () => {
  const file = (viewer: Viewer | null, visibility: Visibility) =>
    exportCollection(viewer, keys[visibility], 'bib');
  expect(await file(null, 'private')).toBeNull();
  expect((await file(null, 'public'))?.headers?.['cache-control']).toBeUndefined();
  const mine = await file(owner, 'private');
  expect(mine?.body).toContain(paper.slug);
  expect(mine?.headers?.['cache-control']).toBe('private, no-store');
  expect(await exportCollection(owner, keys.public, 'exe')).toBeNull();
});
