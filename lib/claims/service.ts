import { type Transaction, transaction } from '@/db/client';
import { closeContests, findHolder, saveContest } from '@/db/queries/claim-contests';
import {
  type ClaimedPlace,
  countOpenClaims,
  deleteOpenClaim,
  findOpenClaim,
  getClaimOf,
  getSignedInOrcid,
  lockPlace,
  refuseOpenClaim,
  saveClaim,
  setAuthor,
} from '@/db/queries/claims';
import { publishInvalidation } from '@/db/queries/invalidation';
import { writeLog } from '@/db/queries/moderation';
import { lockJudged } from '@/db/queries/moderation-acts';
import { recomputePaper } from '@/db/queries/votes';
import { ok, type Refusal, type Result, refuse } from '@/lib/base/errors';
import { commentsTag, FEEDS, paperTag } from '@/lib/base/tags';
import { undoCorrections } from '@/lib/corrections/acts';
import { isProven, readOrcid } from '@/lib/identifiers/orcid';
import { noteAct } from '@/lib/moderation/log-act';
import { lockAndAsk, moderate, nothing } from '@/lib/moderation/moderating';
import { notifyModerators } from '@/lib/notify/desk';
import { notify } from '@/lib/notify/notify';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { confirmPlace, invalidateProfile, releasePlace } from './acts';
import {
  CLAIM_LIMITS,
  type ClaimInput,
  type ContestInput,
  type SettleClaimInput,
  type SettleContestInput,
  type WithdrawInput,
} from './schema';

type Claimed = { status: 'open' | 'verified' };

/**
 * Claims an author's place on a paper for the viewer. An ORCID sign-in that proves it confirms it
 * at once; otherwise a moderator decides. A second claim replaces an open one. Refuses with `taken`
 * a place that has a confirmed author, `conflict` a second place on the same paper, `forbidden` a
 * claim that was refused lately, `rate_limited` too many open claims.
 */
export async function claimAuthor(
  { viewer }: Context,
  { paper, position, words }: ClaimInput,
): Promise<Result<Claimed>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    // Locks users before papers, as everywhere; this also serializes the claims of one user.
    await lockJudged(tx, [viewer.id]);
    const place = await lockPlace(tx, { slug: paper, position });
    if (!place) return refuse('not_found');
    if (place.holderId === viewer.id) return ok({ status: 'verified' });
    const refusal = await refuseClaim(tx, viewer.id, place);
    if (refusal) return refusal;
    const orcid = await getSignedInOrcid(tx, viewer.id);
    if (isProven(orcid, place.orcid)) {
      const reason = `Signed in at ORCID as ${readOrcid(orcid)}, which the paper’s source gives for this author.`;
      await confirmPlace(tx, place, { userId: viewer.id, actorId: null, reason });
      return ok({ status: 'verified' });
    }
    const { paperId, name } = place;
    await saveClaim(tx, { paperId, position, name, words, userId: viewer.id });
    await notifyModerators(tx, 'claims', viewer.id);
    return ok({ status: 'open' });
  });
}

async function refuseClaim(
  tx: Transaction,
  userId: string,
  { paperId, holderId }: ClaimedPlace,
): Promise<Refusal | null> {
  if (holderId) return refuse('taken', { message: 'Somebody is confirmed as this author.' });
  const before = await getClaimOf(tx, userId, paperId);
  if (before?.status === 'verified') {
    return refuse('conflict', { message: 'You are another author of this paper already.' });
  }
  if (before?.status === 'open') return null;
  const since = Date.now() - (before?.decidedAt?.getTime() ?? 0);
  if (before?.status === 'refused' && since < CLAIM_LIMITS.patience * 86_400_000) {
    return refuse('forbidden', {
      message: `A claim that was refused can be made again after ${CLAIM_LIMITS.patience} days.`,
    });
  }
  if ((await countOpenClaims(tx, userId)) >= CLAIM_LIMITS.open) {
    return refuse('rate_limited', { message: `${CLAIM_LIMITS.open} of your claims wait already.` });
  }
  return null;
}

/** Withdraws the viewer's claim on a paper, open or confirmed. */
export async function withdrawClaim(
  { viewer }: Context,
  { paper }: WithdrawInput,
): Promise<Result<void>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    await lockJudged(tx, [viewer.id]);
    const first = await lockPlace(tx, { slug: paper, position: 0 });
    const claim = first && (await getClaimOf(tx, viewer.id, first.paperId));
    if (!first || !claim) return refuse('not_found');
    if (claim.status === 'open') {
      await deleteOpenClaim(tx, claim.id);
      return ok(undefined);
    }
    const { name, position } = claim;
    const held = await lockPlace(tx, { slug: paper, position, name });
    if (claim.status !== 'verified' || held?.holderId !== viewer.id) return refuse('not_found');
    await setAuthor(tx, held, null, { by: viewer.id, logId: null });
    await recomputePaper(tx, held.paperId);
    await publishInvalidation(tx, [FEEDS, paperTag(held.paperId), commentsTag(held.paperId)]);
    await invalidateProfile(tx, viewer.id);
    return ok(undefined);
  });
}

/** Reports to the moderators that a confirmed author is not the author. */
export async function contestClaim(
  { viewer }: Context,
  { paper, handle, words }: ContestInput,
): Promise<Result<{ paperId: number }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const holder = await findHolder(tx, paper, handle);
    if (!holder) return refuse('not_found');
    if (holder.userId === viewer.id) return refuse('forbidden');
    const { paperId, userId } = holder;
    await saveContest(tx, { paperId, userId, contestedBy: viewer.id, words });
    await notifyModerators(tx, 'claims', viewer.id);
    return ok({ paperId });
  });
}

/** Confirms or refuses an open claim. Nobody decides their own. */
export async function settleClaim(
  context: Context,
  { claim: id, act, reason }: SettleClaimInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const claim = await findOpenClaim(tx, id);
    if (!claim) throw nothing('This claim is settled already.');
    const { userId } = claim;
    await lockAndAsk(tx, context, [userId]);
    const place = await lockPlace(tx, claim);
    if (!(await findOpenClaim(tx, id))) throw nothing('This claim is settled already.');
    if (act === 'confirm') {
      if (!place) throw nothing('The paper has no author of this name any more.');
      if (place.holderId) throw nothing('Somebody else is confirmed as this author.');
      await confirmPlace(tx, place, { userId, actorId, reason });
      return;
    }
    const details = { position: (place?.position ?? claim.position) + 1 };
    const why = { actorId, reason, userId, paperId: place?.paperId ?? null, details };
    const logId = await noteAct(tx, { ...why, action: 'refuse_claim' });
    await refuseOpenClaim(tx, id, { by: actorId, logId });
  });
}

/** Closes all contests of a confirmed author: releases the place, or keeps it. */
export async function settleContest(
  context: Context,
  { paper, handle, act, reason }: SettleContestInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const found = await findHolder(tx, paper, handle);
    if (!found) throw nothing('This reader is no author of this paper.');
    await lockAndAsk(tx, context, [found.userId]);
    const { userId, name, position } = found;
    const place = await lockPlace(tx, { slug: paper, position, name });
    if (place?.holderId !== userId) throw nothing('This reader is no author of this paper.');
    const { logId } =
      act === 'take_back'
        ? await takeBack(tx, place, { actorId, reason, userId })
        : await keep(tx, place, { actorId, reason, userId });
    const about = { paperId: place.paperId, userId };
    const doubters = await closeContests(tx, about, { by: actorId, logId });
    if (act === 'keep' && doubters.length === 0) throw nothing('Nobody doubts this author.');
    const detail = act === 'keep' ? 'contest_kept' : 'contest_upheld';
    const readers = doubters.filter((id) => id !== actorId);
    const { paperId } = place;
    await notify(tx, { kind: 'moderation', readers, actorId: null, paperId, logId, detail });
  });
}

type About = { actorId: string; reason: string; userId: string };

/** Frees the place and reverts the corrections that the user made as its holder. */
async function takeBack(tx: Transaction, place: ClaimedPlace, about: About) {
  const done = await releasePlace(tx, place, about);
  const by = { userId: about.actorId, logId: done.logId };
  await undoCorrections(tx, place.paperId, about.userId, by);
  return done;
}

async function keep(tx: Transaction, { paperId, position }: ClaimedPlace, about: About) {
  const details = { position: position + 1 };
  const logId = await writeLog(tx, { ...about, action: 'keep_claim', paperId, details });
  return { logId };
}
