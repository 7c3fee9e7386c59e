import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { removePaper, removePicture, restorePaper } from '@/lib/moderation/service';
import type { Viewer } from '@/lib/web/types';
import { pictureFile, picturePath } from './paths';
import { servePicture } from './serve';
import { deleteUnusedPictures, storePicture } from './service';
import { pictureStore } from './store';

useTestDatabase();

let folder: string;
let bucket: Server;
/** Objects of an S3-compatible stand-in, by path; it checks only that requests are signed. */
const kept = new Map<string, Buffer>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
  bucket = createServer((request, response) => {
    const key = new URL(request.url ?? '/', 'http://bucket').pathname;
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) {
      return response.writeHead(403).end();
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT') kept.set(key, Buffer.concat(chunks));
      if (request.method === 'DELETE') kept.delete(key);
      const found = kept.get(key);
      if (request.method !== 'GET')
        return response.writeHead(request.method === 'PUT' ? 200 : 204).end();
      if (found) return response.writeHead(200, { 'content-length': found.length }).end(found);
      const none = '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>';
      return response.writeHead(404, { 'content-type': 'application/xml' }).end(none);
    });
  });
  await new Promise<void>((listening) => bucket.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await new Promise((closed) => bucket.close(closed));
});

const picture = (background: string) =>
  sharp({ create: { width: 50, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

async function stored(background: string) {
  const result = await storePicture(await picture(background), 'wide');
  if (!result.ok) throw new Error(result.message);
  return result.data;
}

const places = [
  { name: 'a folder', env: () => ({ DATA_DIR: folder }) },
  {
    name: 'a bucket',
    env: () => ({
      PICTURES_S3_BUCKET: 'papers',
      PICTURES_S3_ENDPOINT: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
      PICTURES_S3_ACCESS_KEY_ID: 'key',
      PICTURES_S3_SECRET_ACCESS_KEY: 'secret',
    }),
  },
];

describe.each(places)('pictures in $name', ({ env }) => {
  beforeAll(() => {
    Object.assign(process.env, env());
    forgetEnv();
  });

  afterAll(() => {
    for (const name of Object.keys(env())) delete process.env[name];
    forgetEnv();
  });

  it('are served as immutable, with a fixed type and without sniffing', async () => {
    const { hash, width, height } = await stored('#123456');
    expect([width, height]).toEqual([50, 20]);
    expect(picturePath(hash, 'small')).toBe(`/pictures/${hash}-small.webp`);
    const response = await servePicture(pictureFile(hash, 'large'));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'webp' });
    // The same file twice is one picture.
    expect((await stored('#123456')).hash).toBe(hash);
  });

  it('are found by well-formed names only', async () => {
    const none = '0'.repeat(64);
    for (const file of [
      `${none}-large.webp`,
      `${none}-huge.webp`,
      '../../.env',
      '..%2f..%2fsecret',
      `${none}-large.webp/../../x`,
      '',
    ]) {
      const response = await servePicture(file);
      expect([response.status, response.headers.get('cache-control')], file).toEqual([
        404,
        'private, no-store',
      ]);
    }
    await expect((await pictureStore()).put('../escaped.webp', new Uint8Array())).rejects.toThrow();
  });

  it('are deleted when unreferenced for a week', async () => {
    const shown = await stored('#aa0000');
    const unused = await stored('#00aa00');
    const fresh = await stored('#0000aa');
    await createPaper({ picture: shown.hash });
    await rawSql()`update pictures set created_at = now() - interval '8 days'
      where hash in ${rawSql()([shown.hash, unused.hash])}`;
    expect(await deleteUnusedPictures()).toBe(1);
    const status = async (hash: string) => (await servePicture(pictureFile(hash, 'small'))).status;
    expect(await Promise.all([shown, unused, fresh].map(({ hash }) => status(hash)))).toEqual([
      200, 404, 200,
    ]);
  });
});

it('are served while a form holds them, and not after a moderator’s removal', async () => {
  Object.assign(process.env, { DATA_DIR: folder });
  forgetEnv();
  const { hash } = await stored('#313131');
  const status = async () => (await servePicture(pictureFile(hash, 'large'))).status;
  expect(await status()).toBe(200);
  const paper = await createPaper({ slug: 'with-picture', listed: true });
  await rawSql()`insert into source_pictures (paper_id, kind, state, picture)
    values (${paper.id}, 'figure', 'stored', ${hash})`;
  const user = await createUser();
  await rawSql()`update users set picture = ${hash} where id = ${user.id}`;
  const moderator = { ...(await createUser({ role: 'moderator' })), banned: false } as Viewer;
  const removed = await removePicture({ viewer: moderator }, { slug: paper.slug, reason: 'No.' });
  expect(removed.ok).toBe(true);
  expect(await status(), 'shown by a user').toBe(200);
  await rawSql()`update users set picture = null where id = ${user.id}`;
  expect(await status()).toBe(404);
  await stored('#313131');
  expect(await status(), 'uploaded again').toBe(200);
});

it('are not served while every paper that shows them is removed', async () => {
  Object.assign(process.env, { DATA_DIR: folder, PURGE_URLS: 'http://127.0.0.1:9/' });
  forgetEnv();
  const { hash } = await stored('#515151');
  const { hash: figure } = await stored('#616161');
  const status = async (of = hash) => (await servePicture(pictureFile(of, 'large'))).status;
  const [one, two] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  await rawSql()`update papers set picture = ${hash} where id in (${one.id}, ${two.id})`;
  await rawSql()`insert into source_pictures (paper_id, kind, state, picture)
    values (${one.id}, 'figure', 'stored', ${figure})`;
  const moderator = { ...(await createUser({ role: 'moderator' })), banned: false } as Viewer;
  const remove = (slug: string) =>
    removePaper({ viewer: moderator }, { slug, reason: 'A request of its authors.' });
  expect(await remove(one.slug)).toMatchObject({ ok: true });
  expect([await status(), await status(figure)]).toEqual([200, 404]);
  expect(await remove(two.slug)).toMatchObject({ ok: true });
  expect(await status()).toBe(404);
  const purges = await rawSql()`select from graphile_worker._private_jobs
    where payload::text like ${`%picture:${figure}%`}`;
  expect(purges, 'purged from caches in front').toHaveLength(1);
  await restorePaper({ viewer: moderator }, { slug: two.slug, reason: 'They agreed.' });
  expect(await status()).toBe(200);
  delete process.env.PURGE_URLS;
});

it('stay if another row refers to them', async () => {
  Object.assign(process.env, { DATA_DIR: folder });
  forgetEnv();
  const { hash } = await stored('#777777');
  await rawSql()`create table shown_elsewhere (picture text references pictures (hash))`;
  await rawSql()`insert into shown_elsewhere values (${hash})`;
  await rawSql()`update pictures set created_at = now() - interval '8 days' where hash = ${hash}`;
  expect(await deleteUnusedPictures()).toBe(0);
  expect((await servePicture(pictureFile(hash, 'small'))).status).toBe(200);
});

it('refuse other files with a message', async () => {
  expect(await storePicture(Buffer.from('GIF89a'), 'square')).toMatchObject({
    ok: false,
    reason: 'invalid',
    message: expect.stringContaining('GIF'),
  });
});
