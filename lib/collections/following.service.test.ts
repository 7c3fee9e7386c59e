import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { getFollowing, listFollows } from '@/lib/follows/data';
import { setFollow } from '@/lib/follows/service';
import { listOfSource } from '@/lib/syndication/sources';
import type { Viewer } from '@/lib/web/types';
import { getCollection } from './data';
import { deleteCollection, updateCollection } from './service';
import { make, papers, put } from './testing/collections';
import type { Visibility } from './types';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

describe('following a collection', () => {
  it('shows added papers while the collection is visible', async () => {
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

  it('lists the newest first in feeds, and the owner’s order in exports', async () => {
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
