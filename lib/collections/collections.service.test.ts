import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { listFollows } from '@/lib/follows/data';
import { setFollow } from '@/lib/follows/service';
import { listOfSource } from '@/lib/syndication/sources';
import type { Viewer } from '@/lib/web/types';
import {
  getCollection,
  getPublicCollections,
  listOwnCollections,
  loadCollectionsWith,
} from './data';
import { COLLECTION_LIMITS } from './limits';
import { arrangeInput, collectInput, createInput, updateInput } from './schema';
import { createCollection, deleteCollection, updateCollection } from './service';
import { make, papers, put } from './testing/collections';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

describe('a collection', () => {
  it('is created, updated and deleted by its owner', async () => {
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

  it('is visible to its owner, to those with the address, or to all', async () => {
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
      (await loadCollectionsWith(id)).collections
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

  it('has a title that is unique per owner, also under concurrent requests', async () => {
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

  it('is limited, in number and in papers, also under concurrent requests', async () => {
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

  it('stores hostile text as plain text, and refuses invalid input', () => {
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

it('is deleted with its owner’s account only', async () => {
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
