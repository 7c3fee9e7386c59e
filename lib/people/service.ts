import { db, transaction } from '@/db/client';
import { getHolder } from '@/db/queries/accounts';
import { publishInvalidation } from '@/db/queries/invalidation';
import {
  isRetired,
  saveProfile as keepProfile,
  setVotesPrivate as keepVotesPrivate,
  setAvatar,
  setHandle,
} from '@/db/queries/people';
import { errorCode, ok, type Result, refuse } from '@/lib/base/errors';
import { readerTag, voterTag } from '@/lib/base/tags';
import { PICTURE_WORDS } from '@/lib/pictures/messages';
import { choosePicture } from '@/lib/pictures/service';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { retiredHash } from './retired';
import type { AvatarInput, HandleInput, PrivacyInput, ProfileInput } from './schema';
import { freeHandles } from './suggestions';

const UNIQUE_VIOLATION = '23505';

/** Assigns the chosen handle to a new user, permanently. */
export async function pickHandle(
  { viewer }: Context,
  { handle }: HandleInput,
): Promise<Result<{ handle: string }>> {
  if (!viewer) return refuse('signed_out');
  if (viewer.banned) return refuse('banned');
  if (viewer.handle) return refuse('conflict', { message: 'You have a handle already.' });
  const taken = refuse('taken', { message: `“${handle}” is taken. Pick another one.` });
  if (await isRetired(db(), retiredHash(handle))) return taken;
  try {
    return await transaction(async (tx) => {
      const set = await setHandle(tx, viewer.id, handle);
      if (!set) return refuse('conflict', { message: 'You have a handle already.' });
      await publishInvalidation(tx, [readerTag(handle)]);
      return ok({ handle });
    });
  } catch (error) {
    if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
    return taken;
  }
}

/**
 * Sets whether the viewer's upvotes are anonymous: counted, but named nowhere. Invalidates every
 * page that names the viewer as an upvoter.
 */
export async function setVotesPrivate(
  { viewer }: Context,
  { votesPrivate }: PrivacyInput,
): Promise<Result<{ votesPrivate: boolean }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  await transaction(async (tx) => {
    const changed = await keepVotesPrivate(tx, viewer.id, votesPrivate);
    if (changed) await publishInvalidation(tx, [voterTag(viewer.id), readerTag(viewer.handle)]);
  });
  return ok({ votesPrivate });
}

/**
 * Saves the viewer's profile. An ORCID iD counts as confirmed only while an account of orcid.org
 * with it is connected.
 */
export async function saveProfile(
  { viewer }: Context,
  profile: ProfileInput,
): Promise<Result<{ handle: string }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  await transaction(async (tx) => {
    await keepProfile(tx, viewer.id, { ...profile, name: profile.name || null });
    await publishInvalidation(tx, [readerTag(viewer.handle), voterTag(viewer.id)]);
  });
  return ok({ handle: viewer.handle });
}

/** Sets or removes the viewer's avatar, cropped to a square. */
export async function saveAvatar({ viewer }: Context, fields: AvatarInput): Promise<Result<void>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  // "Remove" is pressed in the form that may also hold a file.
  const removes = fields.withoutPicture !== undefined;
  const chosen = removes ? ok(null) : await choosePicture(fields, 'square');
  if (!chosen.ok) return chosen;
  const picture = chosen.data;
  if (picture === undefined) return refuse('invalid', { fields: { picture: PICTURE_WORDS.none } });
  await transaction(async (tx) => {
    if (!(await setAvatar(tx, viewer.id, picture))) return;
    await publishInvalidation(tx, [readerTag(viewer.handle), voterTag(viewer.id)]);
  });
  return ok(undefined);
}

/** Returns a few free handles for the viewer. */
export async function suggestHandles({ viewer }: Context, most = 4): Promise<string[]> {
  const holder = viewer && (await getHolder(viewer.id));
  if (!holder) return [];
  return freeHandles(holder, most);
}
