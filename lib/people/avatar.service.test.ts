import sharp from 'sharp';
import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { listUpvoters } from '@/db/queries/papers';
import { getProfileRow } from '@/db/queries/profiles';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { leave } from '@/lib/account/leaving';
import { removeAvatar } from '@/lib/moderation/service';
import { pictureFile } from '@/lib/pictures/paths';
import { deleteUnusedPictures } from '@/lib/pictures/service';
import { pictureStore } from '@/lib/pictures/store';
import { drawn, usePictureFolder, weekLater } from '@/lib/pictures/testing/folder';
import { readerPerson } from '@/lib/programs/api/papers';
import { setUpvote } from '@/lib/votes/service';
import { saveAvatar } from './service';

useTestDatabase();
usePictureFolder();

const pictureOf = async (handle: string | null) =>
  (await getProfileRow(handle ?? ''))?.picture ?? null;
const stored = async (hash: string | null) =>
  hash && (await (await pictureStore()).get(pictureFile(hash, 'large')));

async function withAvatar(background: string) {
  const viewer = await createUser();
  expect(await saveAvatar({ viewer }, { picture: await drawn(background) })).toMatchObject({
    ok: true,
  });
  return viewer;
}

it('stores an uploaded picture as a square, and shows it beside the upvote', async () => {
  const viewer = await withAvatar('#0f766e');
  const hash = await pictureOf(viewer.handle);
  const { width, height } = await sharp(Buffer.from((await stored(hash)) || [])).metadata();
  expect([width, height]).toEqual([320, 320]);
  const paper = await createPaper({ listed: true });
  await setUpvote({ viewer }, { paperId: paper.id, upvoted: true });
  expect(await listUpvoters(paper.id, 5)).toMatchObject([{ handle: viewer.handle, picture: hash }]);
});

it('is removed by its user, and its file is deleted with the last reference', async () => {
  const viewer = await withAvatar('#7c2d12');
  const hash = await pictureOf(viewer.handle);
  await weekLater();
  expect(await deleteUnusedPictures()).toBe(0);
  // A file that was chosen before "Remove" was pressed does not count.
  const fields = { withoutPicture: '1', picture: await drawn('#000000') };
  expect(await saveAvatar({ viewer }, fields)).toMatchObject({ ok: true });
  expect(await pictureOf(viewer.handle)).toBeNull();
  expect(await deleteUnusedPictures()).toBe(1);
  expect(await stored(hash)).toBeNull();
});

it('refuses a form without a file, and a file that is no picture', async () => {
  const viewer = await createUser();
  for (const fields of [{}, { picture: new Uint8Array([60, 115, 118, 103, 62]) }]) {
    expect(await saveAvatar({ viewer }, fields)).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { picture: expect.any(String) },
    });
  }
});

it('is removed by a moderator, in the public log, and only if there is one', async () => {
  const viewer = await withAvatar('#1d4ed8');
  const moderator = await createUser({ role: 'moderator' });
  const act = { handle: viewer.handle ?? '', reason: 'An advertisement.' };
  for (const _ of ['once', 'again']) {
    expect(await removeAvatar({ viewer: moderator }, act)).toMatchObject({ ok: true });
  }
  expect(await pictureOf(viewer.handle)).toBeNull();
  const log = await rawSql()`
    select action from moderation_log where user_id = ${viewer.id}`;
  expect(log).toEqual([{ action: 'remove_avatar' }]);
});

it('goes with the account', async () => {
  const viewer = await withAvatar('#a21caf');
  const hash = await pictureOf(viewer.handle);
  await leave({ viewer }, { confirm: viewer.handle ?? '', comments: 'erase' });
  await weekLater();
  await deleteUnusedPictures();
  expect(await stored(hash)).toBeNull();
});

it('has an address for API clients, the generated one too', () => {
  const person = { handle: 'Ada', name: null };
  const hash = 'a'.repeat(64);
  const avatar = (picture: string | null) => readerPerson('id', { ...person, picture }).avatarUrl;
  expect(avatar(hash)).toMatch(new RegExp(`^https?://.+/pictures/${hash}-large[.]webp$`));
  expect(avatar(null)).toMatch(/^https?:\/\/.+\/faces\/ada[.]svg$/);
});
