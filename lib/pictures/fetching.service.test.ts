import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables, restartTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { type PicturesStandIn, startPictures } from '@/e2e/stand-ins/pictures';
import { forgetEnv } from '@/lib/base/env';
import { listSummaries } from '@/lib/feeds/summaries';
import { removePicture, restorePicture } from '@/lib/moderation/service';
import type { HarvestRun } from '@/lib/sources/types';
import { fetchPictures } from './fetching';
import { PICTURE_FILE } from './schema';
import { pictureStore } from './store';
import { usePictureFolder } from './testing/folder';

useTestDatabase();
usePictureFolder();

let source: PicturesStandIn;
const SETTINGS = ['PICTURES_MEDIA', 'PICTURES_FIGURES', 'PICTURES_THUMBNAILS'] as const;
const set = (values: Record<string, string>) => {
  for (const name of SETTINGS) delete process.env[name];
  Object.assign(process.env, { SOURCE_INTERVAL: '0', ...source.env, ...values });
  forgetEnv();
};
beforeAll(async () => {
  source = await startPictures();
});
afterAll(async () => {
  await source.close();
  for (const name of [...SETTINGS, 'PICTURES_HOSTS', 'ARXIV_HTML_URL', 'SOURCE_INTERVAL']) {
    delete process.env[name];
  }
  forgetEnv();
});
beforeEach(async () => {
  await restartTables('papers', 'source_states');
  source.asked.length = 0;
  source.elsewhere = 'http://127.0.0.1:1/private.png';
});

const run = async () => {
  const started: HarvestRun = {
    on: db(),
    signal: new AbortController().signal,
    counts: {},
    startedBy: 'clock',
  };
  await fetchPictures(started);
  return started.counts;
};
const at = (path: string | null) => path && (/^\w+:/.test(path) ? path : source.base + path);

/** A paper of a mirrored list with a thumbnail and media, by path or address. */
async function listed(facts: { thumbnail?: string; media?: string[]; source?: string } = {}) {
  const paper = await createPaper({ listed: true, source: facts.source ?? 'acl' });
  await rawSql()`insert into paper_listings (paper_id, site, day, thumbnail, media_urls)
    values (${paper.id}, 'list', '2026-01-15', ${at(facts.thumbnail ?? null)},
      ${JSON.stringify((facts.media ?? []).map(at))}::jsonb)`;
  return paper;
}
const shown = async ({ id }: { id: number }) => {
  const [row] = await listSummaries([id]);
  return { picture: Boolean(row?.picture), video: row?.video ?? false };
};
const rows = () => rawSql()`
  select kind, state, failures, video_url is not null as video, caption, due_at > now() as later
  from source_pictures order by paper_id, kind`;

it('fetches nothing unless it is turned on', async () => {
  set({});
  await listed({ thumbnail: '/good.png', media: ['/good.png'] });
  expect(await run()).toEqual({});
  expect(source.asked).toEqual([]);
});

it('stores a copy of the thumbnail, which rows show', async () => {
  set({ PICTURES_THUMBNAILS: 'on' });
  const paper = await listed({ thumbnail: '/good.png', media: ['/poster.png'] });
  expect(await run()).toEqual({ stored: 1 });
  expect(source.asked).toEqual(['/good.png']);
  const [row] = await listSummaries([paper.id]);
  const file = `${row?.picture}-small.webp`;
  expect(file).toMatch(PICTURE_FILE);
  const bytes = await (await pictureStore()).get(file);
  expect(
    Buffer.from(bytes ?? [])
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
  // A stored picture is not fetched again.
  expect(await run()).toEqual({});
});

it('prefers the first media to the thumbnail, and takes that if it is unusable', async () => {
  set({ PICTURES_MEDIA: 'on', PICTURES_THUMBNAILS: 'on' });
  await listed({ thumbnail: '/poster.png', media: ['/good.png', '/poster.png'] });
  await listed({ thumbnail: '/poster.png', media: ['/page.png'] });
  expect(await run()).toEqual({ stored: 1, none: 1 });
  expect(await run()).toEqual({ stored: 1 });
  expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual([
    ['media', 'stored'],
    ['media', 'none'],
    ['thumbnail', 'stored'],
  ]);
});

it('shows a video by its poster, and never fetches the video', async () => {
  set({ PICTURES_MEDIA: 'on' });
  const paper = await listed({ thumbnail: '/poster.png', media: ['/clip.MP4?download=1'] });
  expect(await run()).toEqual({ stored: 1 });
  expect(source.asked).toEqual(['/poster.png']);
  expect(await shown(paper)).toEqual({ picture: true, video: true });
});

it('takes the first figure of arXiv’s HTML with its caption', async () => {
  set({ PICTURES_FIGURES: 'on' });
  const paper = await createPaper({ listed: true, externalId: '2501.10001', version: 2 });
  await createPaper({ listed: true, externalId: '2501.10500' });
  await createPaper({ listed: true, externalId: '2501.10404' });
  await createPaper({ listed: true, source: 'acl', externalId: '2025.acl-long.1' });
  expect(await run()).toEqual({ stored: 1, none: 1, later: 1 });
  expect(source.asked.toSorted()).toEqual([
    '/html/2501.10001v2',
    '/html/2501.10001v2/x1.png',
    '/html/2501.10404v1',
    '/html/2501.10500v1',
  ]);
  expect(await shown(paper)).toEqual({ picture: true, video: false });
  expect((await rows())[0]?.caption).toBe('Figure 1: Tides & moons, h<3 high.');
});

describe('a hostile source', () => {
  it.each([
    ['a decompression bomb', '/bomb.png'],
    ['an SVG', '/drawing.svg'],
    ['HTML that says it is PNG', '/page.png'],
    ['an empty file', '/empty.png'],
    ['a file without end', '/endless.png'],
    ['a compressed response', '/zipped.png'],
    ['a redirect without end', '/loop.png'],
    ['a redirect to a private address', '/moved.png'],
    ['a missing file', '/missing.png'],
    ['another host', 'https://example.com/a.png'],
    ['a private address', 'http://169.254.169.254/latest/meta-data'],
    ['another port of an allowed host', 'http://127.0.0.1:1/a.png'],
    ['an address with a password', 'http://me:secret@127.0.0.1/a.png'],
    ['a file of this machine', 'file:///etc/passwd'],
    ['no address', 'data:image/png;base64,AAAA'],
  ])('%s is no picture, and is not requested again', async (_, thumbnail) => {
    set({ PICTURES_THUMBNAILS: 'on' });
    const paper = await listed({ thumbnail });
    expect(await run()).toEqual({ none: 1 });
    expect(await shown(paper)).toEqual({ picture: false, video: false });
    const times = source.asked.length;
    expect(await run()).toEqual({});
    expect(source.asked).toHaveLength(times);
  });

  it('never reaches the target of a redirect off the list', async () => {
    set({ PICTURES_THUMBNAILS: 'on' });
    const other = await startPictures();
    source.elsewhere = `${other.base}/good.png`;
    await listed({ thumbnail: '/moved.png' });
    expect(await run()).toEqual({ none: 1 });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it('follows a redirect within the list, and ignores the declared type', async () => {
    set({ PICTURES_THUMBNAILS: 'on' });
    await listed({ thumbnail: '/near.png' });
    await listed({ thumbnail: '/unlabelled' });
    expect(await run()).toEqual({ stored: 2 });
  });

  it('resolves a listed name to a public address only', async () => {
    set({ PICTURES_THUMBNAILS: 'on', PICTURES_HOSTS: 'localhost.localdomain,cdn.localhost.test' });
    await listed({ thumbnail: 'https://localhost.localdomain/a.png' });
    const counts = await run();
    // Where the name does not resolve at all, it is tried again later.
    expect([{ none: 1 }, { later: 1 }]).toContainEqual(counts);
    expect(source.asked).toEqual([]);
  });

  it('is left alone for a while when it says so, then asked again', async () => {
    set({ PICTURES_THUMBNAILS: 'on' });
    source.busy = 429;
    const paper = await listed({ thumbnail: '/busy.png' });
    await listed({ thumbnail: '/good.png' });
    // The other picture of this host waits for the next run.
    const counts = await run();
    expect(counts.later).toBe(1);
    const states = await rows();
    expect(states.filter(({ later }) => later)).toHaveLength(1);
    expect(states.find(({ later }) => later)).toMatchObject({ state: 'waiting', failures: 1 });
    expect(await shown(paper)).toEqual({ picture: false, video: false });
    await emptyTables('source_states');
    expect(await run()).toEqual(counts.stored ? {} : { stored: 1 });
    for (let n = 0; n < 5; n += 1) {
      await emptyTables('source_states');
      await rawSql()`update source_pictures set due_at = now() where state = 'waiting'`;
      await run();
    }
    expect((await rows()).map(({ state }) => state).toSorted()).toEqual(['none', 'stored']);
  });
});

it('stays away once a moderator has removed it, until one allows it again', async () => {
  set({ PICTURES_MEDIA: 'on', PICTURES_THUMBNAILS: 'on' });
  const viewer = await createUser({ role: 'moderator' });
  const paper = await listed({ thumbnail: '/poster.png', media: ['/good.png'] });
  await run();
  const reason = 'An advertisement.';
  const { slug } = paper;
  expect(await removePicture({ viewer }, { slug, reason })).toMatchObject({ ok: true });
  expect(await shown(paper)).toEqual({ picture: false, video: false });
  expect(await run()).toEqual({});
  expect(await removePicture({ viewer }, { slug, reason })).toMatchObject({ ok: false });
  expect(await restorePicture({ viewer }, { slug, reason: 'A mistake.' })).toMatchObject({
    ok: true,
  });
  expect(await run()).toEqual({ stored: 1 });
  expect(await shown(paper)).toEqual({ picture: true, video: false });
  const log = await rawSql()`select action from moderation_log order by id desc limit 2`;
  expect(log.map(({ action }) => action)).toEqual(['restore_picture', 'remove_picture']);
});

it('leaves a paper with a picture of its own alone', async () => {
  set({ PICTURES_THUMBNAILS: 'on' });
  const paper = await listed({ thumbnail: '/good.png' });
  await rawSql()`insert into pictures (hash, width, height) values ('own', 9, 9)
    on conflict do nothing`;
  await rawSql()`update papers set picture = 'own' where id = ${paper.id}`;
  expect(await run()).toEqual({});
});
