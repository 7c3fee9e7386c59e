import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { getFollowing, listFollows } from '@/lib/follows/data';
import { setFollow } from '@/lib/follows/service';
import { listOfSource } from '@/lib/syndication/sources';
import type { Viewer } from '@/lib/web/types';
import {
  getCollection,
  getCollectionPage,
  getCollectionsWith,
  getPublicCollections,
  listOwnCollections,
  listOwnFor,
} from './data';
import { COLLECTION_LIMITS } from './limits';
import { arrangeInput, collectInput, createInput, updateInput } from './schema';
import {
  arrangePapers,
  collectPaper,
  createCollection,
  deleteCollection,
  updateCollection,
} from './service';
import type { Visibility } from './types';

vi.mock('next/cache', () => ({ cacheLife() {}, cacheTag() {} }));
useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

const make = async (viewer: Viewer, name: string, visibility: Visibility = 'public') => {
  const result = await createCollection({ viewer }, createInput.parse({ name, visibility }));
  if (!result.ok) throw new Error(result.reason);
  return result.data.key;
};
const put = (viewer: Viewer | null, collection: string, paper: string, there = true, note = '') =>
  collectPaper({ viewer }, { collection, paper, there, note });
const slugs = async (viewer: Viewer | null, key: string) => {
  const found = await getCollection(viewer, key);
  const page = found && (await getCollectionPage(found, 1, 500));
  return page?.papers.map(({ slug }) => slug);
};
const papers = (many: number) =>
  Promise.all(Array.from({ length: many }, () => createPaper({ listed: true })));

describe('a collection', () => {
  it('is made, changed and deleted by its owner', async () => {
    const viewer = await createUser();
    const { slug } = await createPaper();
    const made = await createCollection(
      { viewer },
      createInput.parse({ name: '  To   read ', paper: slug }),
    );
    const key = made.ok ? made.data.key : '';
    expect(key).toMatch(/^[a-z2-9]{16}$/);
    expect(await getCollection(viewer, key)).toMatchObject({
      name: 'To read',
      visibility: 'private',
      papers: 1,
      yours: true,
    });
    const changes = { name: 'Read', description: 'Line\r\none', visibility: 'public' };
    await updateCollection({ viewer }, updateInput.parse({ collection: key, ...changes }));
    expect(await getCollection(null, key)).toMatchObject({
      name: 'Read',
      description: 'Line\none',
      papers: 1,
      yours: false,
      owner: viewer.handle,
    });
    expect(await deleteCollection({ viewer }, { collection: key })).toMatchObject({ ok: true });
    expect(await getCollection(viewer, key)).toBeNull();
    expect(await deleteCollection({ viewer }, { collection: key })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('is seen by its owner alone, by who has the address, or by all', async () => {
    const viewer = await createUser({ handle: 'owner' });
    const other = await createUser();
    const moderator = await createUser({ role: 'moderator' });
    const { id, slug } = await createPaper({ listed: true });
    const keys = {
      private: await make(viewer, 'Private', 'private'),
      unlisted: await make(viewer, 'Unlisted', 'unlisted'),
      public: await make(viewer, 'Public', 'public'),
    };
    for (const key of Object.values(keys)) await put(viewer, key, slug);
    const seen = async (who: Viewer | null) =>
      (await Promise.all(Object.values(keys).map((key) => getCollection(who, key)))).map(
        (found) => found?.name ?? null,
      );
    expect(await seen(viewer)).toEqual(['Private', 'Unlisted', 'Public']);
    for (const who of [null, other, moderator]) {
      expect(await seen(who)).toEqual([null, 'Unlisted', 'Public']);
    }
    const named = async () =>
      (await getCollectionsWith(id)).collections
        .map(({ name }) => name)
        .concat(
          (await getPublicCollections(viewer.id, 'owner', 1)).collections.map(({ name }) => name),
        );
    expect(await named()).toEqual(['Public', 'Public']);
    expect(await listOfSource({ kind: 'collection', key: keys.private }, 9)).toBeNull();
    expect(await listOfSource({ kind: 'collection', key: keys.unlisted }, 9)).toMatchObject({
      title: 'Unlisted by @owner',
      ids: [id],
    });

    await rawSql()`update collections set hidden_at = now() where key = ${keys.public}`;
    expect(await seen(viewer)).toEqual(['Private', 'Unlisted', 'Public']);
    expect(await seen(other)).toEqual([null, 'Unlisted', null]);
    expect(await seen(moderator)).toEqual([null, 'Unlisted', 'Public']);
    expect(await named()).toEqual([]);
    await rawSql()`update collections set hidden_at = null`;
    await rawSql()`update users set banned_at = now() where id = ${viewer.id}`;
    expect(await seen(other)).toEqual([null, null, null]);
    expect(await named()).toEqual([]);
    expect(await listOfSource({ kind: 'collection', key: keys.public }, 9)).toBeNull();
  });

  it('has a title of its own among those of its owner, also when two come at once', async () => {
    const [viewer, other] = [await createUser(), await createUser()];
    const twice = await Promise.all(
      ['Robots', 'ROBOTS', 'robots'].map((name) =>
        createCollection({ viewer }, createInput.parse({ name })),
      ),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: 'taken' });
    await make(other, 'Robots');
    const key = await make(viewer, 'Cars');
    const rename = (name: string) =>
      updateCollection(
        { viewer },
        { collection: key, name, description: '', visibility: 'public' },
      );
    expect(await rename('rObots')).toMatchObject({ reason: 'taken' });
    expect(await rename('CARS')).toMatchObject({ ok: true });
  });

  it('ends at the most, of collections and of papers, counted also when many come at once', async () => {
    const viewer = await createUser();
    await rawSql()`insert into collections (key, owner_id, name)
      select lpad(n::text, 16, 'x'), ${viewer.id}, 'No. ' || n
      from generate_series(1, ${COLLECTION_LIMITS.collections - 2}) n`;
    const made = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => createCollection({ viewer }, createInput.parse({ name }))),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(2);
    expect(made.find(({ ok }) => !ok)).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('200'),
    });
    const key = made.flatMap((one) => (one.ok ? one.data.key : []))[0] ?? '';
    await rawSql()`insert into papers (slug, source, external_id, title, abstract, published_at)
      select '2402.' || lpad(n::text, 5, '0'), 'arxiv', '2402.' || lpad(n::text, 5, '0'), 'P', 'A', now()
      from generate_series(1, ${COLLECTION_LIMITS.papers - 1}) n`;
    await rawSql()`insert into collection_papers (collection_id, paper_id, position)
      select c.id, p.id, p.id from collections c, papers p where c.key = ${key}`;
    const more = await Promise.all((await papers(3)).map(({ slug }) => put(viewer, key, slug)));
    expect(more.filter(({ ok }) => ok)).toHaveLength(1);
    expect(more.find(({ ok }) => !ok)).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('500'),
    });
  });

  it('takes hostile words as words, and refuses what is none', () => {
    const name = (text: string) => createInput.safeParse({ name: text }).success;
    for (const bad of ['', '  ', 'a\0b', '\ud800', 'a\u202eb', '\u200b', 'x'.repeat(101)]) {
      expect(name(bad), JSON.stringify(bad)).toBe(false);
    }
    for (const good of ['<script>alert(1)</script>', "'; drop table users --", '数学', '🤖']) {
      expect(name(good), good).toBe(true);
    }
    const text = (description: string) => createInput.safeParse({ name: 'a', description }).success;
    expect([text('x'.repeat(2_001)), text('a\0'), text('a\nb\tc')]).toEqual([false, true, true]);
    const key = 'a'.repeat(16);
    for (const bad of ['', 'x', '../..', `${key}a`, `${key.slice(1)}%`]) {
      expect(
        collectInput.safeParse({ collection: bad, paper: '2401.00001', there: true }).success,
      ).toBe(false);
    }
    const move = (to: unknown) =>
      arrangeInput.safeParse({ collection: key, notes: [], move: { paper: '2401.00001', to } })
        .success;
    expect([0, -1, 1.5, 'x', 501, 1, '7'].map(move)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('papers in a collection', () => {
  it('are put in and taken out; the same twice, or at once, does nothing more', async () => {
    const viewer = await createUser();
    const key = await make(viewer, 'List');
    const [a, b] = await papers(2);
    if (!a || !b) throw new Error();
    const first = await Promise.all([1, 2, 3].map(() => put(viewer, key, a.slug)));
    expect(first.map((one) => one.ok && one.data.changed).sort()).toEqual([false, false, true]);
    await put(viewer, key, b.slug);
    expect(await slugs(null, key)).toEqual([a.slug, b.slug]);
    expect((await listOwnFor(viewer, a.slug)).map(({ has, papers }) => [has, papers])).toEqual([
      [true, 2],
    ]);
    await Promise.all([1, 2].map(() => put(viewer, key, a.slug, false)));
    expect(await slugs(null, key)).toEqual([b.slug]);
    expect(await put(viewer, key, '2001.00001')).toMatchObject({ reason: 'not_found' });
    expect(await put(viewer, key, '2001.00001', false)).toMatchObject({ ok: true });
    const gone = await createPaper({ removedAt: new Date() });
    expect(await put(viewer, key, gone.slug)).toMatchObject({ reason: 'not_found' });
  });

  it('are nobody else’s to change', async () => {
    const [viewer, other] = [await createUser(), await createUser()];
    const moderator = await createUser({ role: 'moderator' });
    const [paper] = await papers(1);
    const open = await make(viewer, 'Open');
    const secret = await make(viewer, 'Secret', 'private');
    for (const who of [other, moderator]) {
      expect(await put(who, open, paper?.slug ?? '')).toMatchObject({ reason: 'forbidden' });
      expect(await put(who, secret, paper?.slug ?? '')).toMatchObject({ reason: 'not_found' });
    }
    expect(await put(null, open, paper?.slug ?? '')).toMatchObject({ reason: 'signed_out' });
    expect(await slugs(viewer, open)).toEqual([]);
  });

  it('stand in the order of the owner’s choice, with notes', async () => {
    const viewer = await createUser();
    const key = await make(viewer, 'List');
    const four = await papers(4);
    const gone = await createPaper();
    const [a = '', b = '', c = '', d = ''] = four.map(({ slug }) => slug);
    for (const slug of [a, b, gone.slug, c, d]) await put(viewer, key, slug);
    await rawSql()`update papers set removed_at = now() where id = ${gone.id}`;
    const move = (paper: string, to: number) =>
      arrangePapers({ viewer }, { collection: key, notes: [], move: { paper, to } });
    await move(d, 1);
    expect(await slugs(viewer, key)).toEqual([d, a, b, c]);
    await move(d, 3);
    expect(await slugs(viewer, key)).toEqual([a, b, d, c]);
    await move(a, 500);
    expect(await slugs(viewer, key)).toEqual([b, d, c, a]);
    await Promise.all([move(a, 1), move(b, 2), move(c, 1)]);
    expect((await slugs(viewer, key))?.sort()).toEqual([a, b, c, d].sort());

    const notes = [
      { paper: a, note: 'The first.' },
      { paper: gone.slug, note: 'Out of sight.' },
      { paper: '2001.00001', note: 'Never here.' },
    ];
    await arrangePapers({ viewer }, { collection: key, notes, remove: b });
    const found = await getCollection(null, key);
    const page = found && (await getCollectionPage(found, 1));
    expect(page?.places.get(four[0]?.id ?? 0)?.note).toBe('The first.');
    expect(page?.papers).toHaveLength(3);
    const nowhere = await arrangePapers(
      { viewer },
      { collection: key, notes: [{ paper: a, note: 'Lost' }], remove: b },
    );
    expect(nowhere).toMatchObject({ reason: 'not_found' });
    await rawSql()`update papers set removed_at = null where id = ${gone.id}`;
    expect(await slugs(null, key)).toContain(gone.slug);
    const [{ note } = { note: '' }] = await rawSql()<{ note: string }[]>`
      select note from collection_papers where paper_id = ${four[0]?.id ?? 0}`;
    expect(note).toBe('The first.');
  });

  it('go on over pages without a gap', async () => {
    const viewer = await createUser();
    const key = await make(viewer, 'Long');
    for (const { slug } of await papers(7)) await put(viewer, key, slug);
    const found = await getCollection(viewer, key);
    if (!found) throw new Error();
    const pages = await Promise.all([1, 2, 3].map((n) => getCollectionPage(found, n, 3)));
    expect(pages.map(({ papers, more }) => [papers.length, more])).toEqual([
      [3, true],
      [3, true],
      [1, false],
    ]);
    const places = pages.flatMap((page) => [...page.places.values()].map(({ place }) => place));
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('following a collection', () => {
  it('shows what is added, as long as it can be seen', async () => {
    const [owner, viewer] = [await createUser({ handle: 'owner' }), await createUser()];
    const key = await make(owner, 'Diffusion');
    const secret = await make(owner, 'Secret', 'private');
    const follow = (who: Viewer, value: string, following = true) =>
      setFollow({ viewer: who }, { kind: 'collection', value, following });
    expect(await follow(viewer, secret)).toMatchObject({ reason: 'not_found' });
    expect(await follow(owner, key)).toMatchObject({ reason: 'invalid' });
    expect(await follow(viewer, key)).toMatchObject({ data: { label: 'Diffusion' } });
    expect(await follow(viewer, key)).toMatchObject({ ok: true });
    expect(await listFollows(viewer.id)).toEqual([
      { kind: 'collection', value: key, label: 'Diffusion' },
    ]);
    const harvested = await createPaper();
    const listed = await createPaper({ listed: true });
    await put(owner, key, harvested.slug);
    await put(owner, key, listed.slug);
    const feed = async (order: 'new' | 'trending') =>
      (await getFollowing(viewer.id, order, 1)).papers.map(({ id }) => id);
    expect(await feed('trending')).toEqual([listed.id, harvested.id]);
    expect(await feed('new')).toEqual([listed.id, harvested.id]);
    const { reasons } = await getFollowing(viewer.id, 'new', 1);
    expect(reasons.get(harvested.id)).toMatchObject([{ kind: 'collection', label: 'Diffusion' }]);
    expect(await getCollection(null, key)).toMatchObject({ followers: 1 });

    const set = (visibility: Visibility) =>
      updateCollection(
        { viewer: owner },
        { collection: key, name: 'Diffusion', description: '', visibility },
      );
    await set('private');
    expect([await listFollows(viewer.id), await feed('new')]).toEqual([[], []]);
    await set('unlisted');
    expect(await feed('new')).toHaveLength(2);
    await follow(viewer, key, false);
    expect(await listFollows(viewer.id)).toEqual([]);
    await follow(viewer, key);
    await deleteCollection({ viewer: owner }, { collection: key });
    expect([await listFollows(viewer.id), await feed('new')]).toEqual([[], []]);
  });

  it('brings to feed readers what came last, and to exports the owner’s order', async () => {
    const owner = await createUser();
    const key = await make(owner, 'List');
    const all = await papers(3);
    for (const [n, { slug }] of all.entries()) {
      await put(owner, key, slug);
      await rawSql()`update collection_papers set added_at = now() + ${n} * interval '1 minute'
        where paper_id = ${all[n]?.id ?? 0}`;
    }
    const ids = all.map(({ id }) => id);
    const list = (latest: boolean) => listOfSource({ kind: 'collection', key }, 2, { latest });
    expect((await list(true))?.ids).toEqual([ids[2], ids[1]]);
    expect((await list(false))?.ids).toEqual([ids[0], ids[1]]);
  });
});

it('goes with the account, and with nobody else’s', async () => {
  const [viewer, other] = [await createUser(), await createUser()];
  const [mine, theirs] = [await make(viewer, 'Mine'), await make(other, 'Theirs')];
  await setFollow({ viewer }, { kind: 'collection', value: theirs, following: true });
  await setFollow({ viewer: other }, { kind: 'collection', value: mine, following: true });
  await rawSql()`delete from users where id = ${viewer.id}`;
  expect(await getCollection(other, mine)).toBeNull();
  expect(await listFollows(other.id)).toEqual([]);
  expect((await listOwnCollections(other)).map(({ name }) => name)).toEqual(['Theirs']);
  expect(await getCollection(null, theirs)).toMatchObject({ followers: 0 });
});
