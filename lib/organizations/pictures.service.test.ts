import { beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { getOrganizationBySlug } from '@/db/queries/organizations';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { listSummaries } from '@/lib/feeds/summaries';
import type { PictureFields } from '@/lib/pictures/schema';
import { deleteUnusedPictures } from '@/lib/pictures/service';
import { drawn, usePictureFolder, weekLater } from '@/lib/pictures/testing/folder';
import type { Viewer } from '@/lib/web/types';
import { listTopOrganizations } from './data';
import { createOrganization, updateOrganization } from './service';

useTestDatabase();

usePictureFolder();
beforeEach(() => emptyTables('users', 'papers', 'organizations', 'pictures'));

const about = { name: 'Tidal Lab', description: '' };
const make = (viewer: Viewer, fields: PictureFields) =>
  createOrganization({ viewer }, { ...about, ...fields });
const change = (viewer: Viewer, fields: PictureFields) =>
  updateOrganization({ viewer }, { slug: 'tidal-lab', links: [], ...about, ...fields });
const shown = async () => (await getOrganizationBySlug(db(), 'tidal-lab'))?.picture ?? null;

it('an organization is created with a square picture, shown wherever it is named', async () => {
  const boss = await createUser();
  await make(boss, { picture: await drawn('#0f766e') });
  const picture = await shown();
  expect(picture).toMatchObject({ width: 320, height: 320 });
  const hash = picture?.hash;
  expect(await listTopOrganizations()).toMatchObject([{ name: 'Tidal Lab', picture: hash }]);
  const { id: organizationId = 0 } = (await getOrganizationBySlug(db(), 'tidal-lab')) ?? {};
  const { id } = await createPaper({ listed: true, organizationId });
  expect(await listSummaries([id])).toMatchObject([{ organization: { picture: hash } }]);
});

it('its administrators replace, keep and remove it; unused files are deleted', async () => {
  const boss = await createUser();
  await make(boss, {});
  expect(await shown()).toBeNull();
  await change(boss, { picture: await drawn('#112233') });
  const first = (await shown())?.hash;
  await change(boss, {});
  expect((await shown())?.hash).toBe(first);
  await change(boss, { picture: await drawn('#332211') });
  expect((await shown())?.hash).not.toBe(first);
  await weekLater();
  expect(await deleteUnusedPictures()).toBe(1);
  await change(boss, { withoutPicture: '1' });
  expect(await shown()).toBeNull();
  await weekLater();
  expect(await deleteUnusedPictures()).toBe(1);
});

it('other users cannot, invalid files are refused, and nothing of them is stored', async () => {
  const boss = await createUser();
  await make(boss, {});
  const picture = await drawn('#112233');
  for (const viewer of [await createUser(), await createUser({ role: 'admin' })]) {
    expect(await change(viewer, { picture })).toMatchObject({ reason: 'forbidden' });
  }
  const wrong = { picture: new Uint8Array(Buffer.from('GIF89a')) };
  expect(await change(boss, wrong)).toMatchObject({
    reason: 'invalid',
    fields: { picture: expect.stringContaining('GIF') },
  });
  expect(await rawSql()`select hash from pictures`).toEqual([]);
});
