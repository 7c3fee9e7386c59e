import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { getOrganizationBySlug } from '@/db/queries/organizations';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/auth/types';
import { forgetEnv } from '@/lib/env';
import { listSummaries } from '@/lib/papers/data';
import type { PictureFields } from '@/lib/pictures/schema';
import { deleteUnusedPictures } from '@/lib/pictures/service';
import { listTopOrganizations } from './data';
import { createOrganization, updateOrganization } from './service';

useTestDatabase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
  process.env.DATA_DIR = folder;
  forgetEnv();
});
afterAll(async () => {
  delete process.env.DATA_DIR;
  forgetEnv();
  await rm(folder, { recursive: true });
});
beforeEach(() => rawSql()`truncate users, papers, organizations, pictures cascade`);

const drawn = async (background: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width: 90, height: 30, channels: 3, background } })
      .png()
      .toBuffer(),
  );
const about = { name: 'Tidal Lab', description: '' };
const make = (viewer: Viewer, fields: PictureFields) =>
  createOrganization({ viewer }, { ...about, ...fields });
const change = (viewer: Viewer, fields: PictureFields) =>
  updateOrganization({ viewer }, { slug: 'tidal-lab', links: [], ...about, ...fields });
const shown = async () => (await getOrganizationBySlug(db(), 'tidal-lab'))?.picture ?? null;
const weekLater = () => rawSql()`update pictures set created_at = now() - interval '8 days'`;

it('an organization has a square picture from the beginning, which stands wherever it is named', async () => {
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

it('its administrators change it, keep it and take it away; what is shown no more is deleted', async () => {
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

it('nobody else does, what is no picture is refused, and nothing of it stays', async () => {
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
