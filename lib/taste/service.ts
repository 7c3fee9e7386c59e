import { type Transaction, transaction } from '@/db/client';
import {
  countMarks,
  deleteMark,
  deleteMarks,
  findByTitles,
  findPaperIds,
  listByOrcid,
  lockTaste,
  updateTaste,
  writeMarks,
} from '@/db/queries/tastes';
import { enqueue } from '@/lib/base/enqueue';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { feedToken } from './feed-token';
import { learnTaste } from './learning';
import { MOST_SETTINGS } from './model/file';
import {
  type BringInput,
  type MarkInput,
  MOST_MARKS,
  type SeenInput,
  type StartInput,
  type WeightsInput,
} from './schema';
import { readStart } from './starts';
import type { Setting } from './types';

/** Most papers of an author in a start from an ORCID iD. */
const BY_ORCID = 200;
/** The factor of a chosen topic. */
const CHOSEN = 2;

const notMember = (viewer: Context['viewer']) => refuseWriting(viewer) ?? refuse('forbidden');

/** Enqueues learning; further requests are merged into the same job. */
const learnSoon = (tx: Transaction, userId: string) =>
  enqueue(tx, 'learn_tastes', { userId }, { key: `learn_tastes ${userId}`, queue: 'learn_tastes' });

const tooMany = () =>
  refuse('conflict', { message: `You have marked ${MOST_MARKS} papers, the most there can be.` });

/**
 * Marks a paper as not interesting to the viewer, or removes the mark. Idempotent. Removing it learns
 * at once, so that the paper is back where it was; a new mark leaves that to a job.
 */
export async function markPaper(
  { viewer }: Context,
  { paperId, disliked }: MarkInput,
): Promise<Result<{ paperId: number; disliked: boolean }>> {
  if (!isMember(viewer)) return notMember(viewer);
  const outcome = await transaction(async (tx) => {
    await lockTaste(tx, viewer.id);
    if (!disliked) await deleteMark(tx, viewer.id, paperId, 'disliked');
    else if ((await countMarks(tx, viewer.id)) >= MOST_MARKS) return tooMany();
    else await writeMarks(tx, viewer.id, [paperId], 'disliked');
    await learnSoon(tx, viewer.id);
    return ok({ paperId, disliked });
  });
  if (outcome.ok && !disliked) await learnTaste(viewer.id);
  return outcome;
}

/** Marks papers as seen, so that For you leaves them out. */
export async function markSeen(
  { viewer }: Context,
  { papers }: SeenInput,
): Promise<Result<{ papers: number }>> {
  if (!isMember(viewer)) return notMember(viewer);
  return transaction(async (tx) => {
    await lockTaste(tx, viewer.id);
    if ((await countMarks(tx, viewer.id)) >= MOST_MARKS) return tooMany();
    return ok({ papers: await writeMarks(tx, viewer.id, papers, 'seen') });
  });
}

/** Sets factors of words, authors and topics; a factor of 1 resets to the learned weight. */
export async function setWeights(
  { viewer }: Context,
  input: WeightsInput,
): Promise<Result<{ settings: number }>> {
  if (!isMember(viewer)) return notMember(viewer);
  return transaction(async (tx) => {
    const { settings: before } = await lockTaste(tx, viewer.id);
    const settings = merged(before, input);
    if (settings.length > MOST_SETTINGS) return refuse('conflict', { message: FULL });
    await updateTaste(tx, viewer.id, { settings });
    return ok({ settings: settings.length });
  });
}

const FULL = `There can be ${MOST_SETTINGS} words, authors and topics that you have set.`;

function merged(before: Setting[], changes: Setting[]): Setting[] {
  const all = new Map(before.map((one) => [`${one.kind} ${one.key}`, one]));
  for (const one of changes) all.set(`${one.kind} ${one.key}`, one);
  return [...all.values()].filter(({ factor }) => factor !== 1);
}

/**
 * Starts a taste from papers in a text and from topics; returns how many of the papers are here.
 * Learns at once.
 */
export async function startTaste(
  { viewer }: Context,
  { text, topics }: StartInput,
): Promise<Result<{ papers: number; missing: number; topics: number }>> {
  if (!isMember(viewer)) return notMember(viewer);
  const start = readStart(text);
  const outcome = await transaction(async (tx) => {
    const { settings: before } = await lockTaste(tx, viewer.id);
    const chosen = topics.map((topic) => ({
      kind: 'topic' as const,
      key: topic,
      shown: topic,
      factor: CHOSEN,
    }));
    const settings = merged(before, chosen);
    if (settings.length > MOST_SETTINGS) return refuse('conflict', { message: FULL });
    const byName = await findPaperIds(tx, start.names);
    const byTitle = await findByTitles(tx, start.titles);
    const byOrcid = await Promise.all(start.orcids.map((id) => listByOrcid(tx, id, BY_ORCID)));
    const ids = [...new Set([...byName, ...byTitle, ...byOrcid.flat()])];
    if (ids.length + (await countMarks(tx, viewer.id)) > MOST_MARKS) return tooMany();
    if (ids.length > 0) await writeMarks(tx, viewer.id, ids, 'liked');
    await updateTaste(tx, viewer.id, { settings, off: false });
    const named = Math.max(start.names.length, start.titles.length);
    const missing = Math.max(0, named - new Set([...byName, ...byTitle]).size);
    return ok({ papers: ids.length, missing, topics: topics.length });
  });
  if (outcome.ok) await learnTaste(viewer.id);
  return outcome;
}

/** Imports a model; it replaces a previously imported one, and learned interests stay. */
export async function bringTaste(
  { viewer }: Context,
  { interests, settings }: BringInput,
): Promise<Result<{ interests: number }>> {
  if (!isMember(viewer)) return notMember(viewer);
  return transaction(async (tx) => {
    const { settings: before } = await lockTaste(tx, viewer.id);
    const all = merged(before, settings);
    if (all.length > MOST_SETTINGS) return refuse('conflict', { message: FULL });
    await updateTaste(tx, viewer.id, { brought: interests, settings: all, off: false });
    await learnSoon(tx, viewer.id);
    return ok({ interests: interests.length });
  });
}

/** Deletes the viewer's taste with all its data: nothing is learned until it is turned on. */
export async function deleteTaste({ viewer }: Context): Promise<Result<null>> {
  if (!isMember(viewer)) return notMember(viewer);
  return transaction(async (tx) => {
    await lockTaste(tx, viewer.id);
    await deleteMarks(tx, viewer.id);
    await updateTaste(tx, viewer.id, { ...NOTHING, off: true });
    return ok(null);
  });
}

const NOTHING = {
  interests: [],
  brought: [],
  settings: [],
  likes: 0,
  learnedAt: null,
  tokenHash: null,
  feedSince: null,
};

/** Turns For you on again after it was deleted. */
export async function turnOn({ viewer }: Context): Promise<Result<null>> {
  if (!isMember(viewer)) return notMember(viewer);
  await transaction(async (tx) => {
    await lockTaste(tx, viewer.id);
    await updateTaste(tx, viewer.id, { off: false });
    await learnSoon(tx, viewer.id);
  });
  return ok(null);
}

/** Creates a new address of the viewer's private feed; the previous one stops working. */
export async function makeFeed({ viewer }: Context): Promise<Result<null>> {
  if (!isMember(viewer)) return notMember(viewer);
  await transaction(async (tx) => {
    await lockTaste(tx, viewer.id);
    const feedSince = new Date();
    const tokenHash = hashToken(feedToken(viewer.id, feedSince));
    await updateTaste(tx, viewer.id, { tokenHash, feedSince, off: false });
  });
  return ok(null);
}

/** Deletes the address of the viewer's private feed. */
export async function endFeed({ viewer }: Context): Promise<Result<null>> {
  if (!isMember(viewer)) return notMember(viewer);
  await transaction(async (tx) => {
    await lockTaste(tx, viewer.id);
    await updateTaste(tx, viewer.id, { tokenHash: null, feedSince: null });
  });
  return ok(null);
}
