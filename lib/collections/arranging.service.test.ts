import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { getCollection, getCollectionPage, listOwnFor } from './data';
import { arrangePapers } from './service';
import { make, papers, put, slugs } from './testing/collections';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

describe('papers in a collection', () => {
  it('are added and removed, idempotently and concurrently', async () => {
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

  it('can be changed by the owner only', async () => {
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

  it('are listed in the owner’s order, with notes', async () => {
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

  it('are paginated without a gap', async () => {
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
