import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import type { PictureFields } from '@/lib/pictures/schema';
import { deleteUnusedPictures } from '@/lib/pictures/service';
import { drawn, usePictureFolder, weekLater } from '@/lib/pictures/testing/folder';
import type { Viewer } from '@/lib/web/types';
import { readCorrections } from './data';
import { correctPaper, revertCorrection } from './service';

useTestDatabase();

usePictureFolder();
beforeEach(() => emptyTables('users', 'papers', 'pictures', 'moderation_log'));

/** A paper with its confirmed author. */
async function authored() {
  const paper = await createPaper({ listed: true, authorCount: 1 });
  const ada = await createUser();
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
    values (${paper.id}, 0, 'Ada Lovelace', ${ada.id}, 'verified')`;
  const none = { summary: null, code: null, project: null, organization: null };
  const as = (viewer: Viewer, fields: PictureFields) =>
    correctPaper({ viewer }, { paper: paper.slug, ...none, ...fields });
  return { paper, ada, as };
}

const present = async () => {
  const [row] = await rawSql()<{ picture: string | null; corrected: string[] }[]>`
    select picture, corrected from papers`;
  return row;
};
const history = async (slug: string) => (await readCorrections(slug))?.corrections ?? [];
const kept = async () => (await rawSql()`select hash from pictures`).length;

it('a confirmed author uploads a picture, replaces and removes it, publicly', async () => {
  const { paper, ada, as } = await authored();
  expect(await as(ada, { picture: await drawn('#123456') })).toMatchObject({ ok: true });
  const first = (await present())?.picture ?? '';
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  await as(ada, { picture: await drawn('#654321') });
  const second = (await present())?.picture ?? '';
  // A form without a file keeps the picture.
  expect(await as(ada, {})).toMatchObject({ data: { changed: false } });
  await as(ada, { withoutPicture: '1' });
  expect(await present()).toEqual({ picture: null, corrected: ['picture'] });
  const size = { width: 40, height: 30 };
  expect(await history(paper.slug)).toMatchObject([
    { field: 'picture', pictures: { before: { hash: second, ...size }, after: null } },
    { field: 'picture', pictures: { before: { hash: first }, after: { hash: second } } },
    { field: 'picture', by: ada.handle, pictures: { before: null, after: { hash: first } } },
  ]);
  // A picture that the author replaced can be restored at any time.
  await weekLater();
  expect(await deleteUnusedPictures()).toBe(0);
});

it('other users cannot, and their files are not decoded', async () => {
  const { as } = await authored();
  const picture = await drawn('#123456');
  for (const viewer of [await createUser(), await createUser({ role: 'admin' })]) {
    expect(await as(viewer, { picture })).toMatchObject({ reason: 'forbidden' });
  }
  expect(await kept()).toBe(0);
});

it('a file that is no picture is refused with a message, and nothing changes', async () => {
  const { ada, as } = await authored();
  const wrong = { picture: new Uint8Array(Buffer.from('<svg/>')) };
  expect(await as(ada, wrong)).toMatchObject({
    reason: 'invalid',
    fields: { picture: expect.stringContaining('SVG') },
  });
  expect(await present()).toEqual({ picture: null, corrected: [] });
});

it('a picture that a moderator reverts is hidden, and deleted after a week', async () => {
  const { paper, ada, as } = await authored();
  await as(ada, { picture: await drawn('#ff0000') });
  const [correction] = await history(paper.slug);
  const undo = async (correction = 0, role: 'moderator' | 'admin' = 'moderator') => {
    const viewer = await createUser({ role });
    return revertCorrection({ viewer }, { correction, reason: 'Not of it.' });
  };
  expect(await undo(correction?.id)).toMatchObject({ ok: true });
  expect(await present()).toEqual({ picture: null, corrected: [] });
  const none = { before: null, after: null };
  const [back, first] = await history(paper.slug);
  expect([back?.pictures, first?.pictures]).toEqual([none, none]);
  await weekLater();
  expect(await deleteUnusedPictures()).toBe(1);
  // It was deleted, so it cannot be restored.
  expect(await undo(back?.id, 'admin')).toMatchObject({ reason: 'not_found' });
});
