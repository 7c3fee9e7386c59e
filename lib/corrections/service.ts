import { db, transaction } from '@/db/client';
import {
  type Change,
  findOrganizationSlug,
  getAuthorName,
  getCorrectable,
  getCorrection,
  lockCorrectable,
  writeChanges,
} from '@/db/queries/corrections';
import { lockJudged } from '@/db/queries/moderation-acts';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { noteAct } from '@/lib/moderation/log-act';
import { lockAndAsk, moderate, nothing } from '@/lib/moderation/moderating';
import { choosePicture } from '@/lib/pictures/service';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { invalidatePaper, putBack } from './acts';
import type { CorrectInput, RevertInput } from './schema';
import { FIELD_NAMES } from './types';

/**
 * Sets the page of a paper to the values of its confirmed author. Every change stays public, and no
 * import overwrites it. Refuses with `not_recognized` an unknown organization.
 */
export async function correctPaper(
  { viewer }: Context,
  { paper: slug, ...wanted }: CorrectInput,
): Promise<Result<{ changed: boolean }>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  // Checked first: only an author may cause the decoding of a picture.
  if (wanted.picture && !(await isAuthor(viewer.id, slug))) return notAuthor();
  const chosen = await choosePicture(wanted, 'wide');
  if (!chosen.ok) return chosen;
  return transaction(async (tx) => {
    await lockJudged(tx, [viewer.id]);
    const paper = await lockCorrectable(tx, { slug });
    if (!paper) return refuse('not_found');
    const name = await getAuthorName(tx, viewer.id, paper.id);
    if (name === null) return notAuthor();
    const organization =
      wanted.organization && (await findOrganizationSlug(tx, wanted.organization));
    if (wanted.organization && !organization) return refuse('not_recognized');
    const picture = chosen.data === undefined ? paper.picture : chosen.data;
    const fields = { ...wanted, organization, picture };
    const changes: Change[] = (['summary', 'code', 'project', 'organization', 'picture'] as const)
      .filter((field) => fields[field] !== paper[field])
      .map((field) => ({
        field,
        before: paper[field],
        after: fields[field],
        beforeBy: field === 'summary' ? paper.summaryBy : null,
        // The name on the paper, which stays valid when the account is deleted.
        afterBy: `${name} (author)`,
      }));
    if (changes.length === 0) return ok({ changed: false });
    await writeChanges(tx, paper.id, changes, { userId: viewer.id, logId: null });
    await invalidatePaper(tx, paper.id);
    return ok({ changed: true });
  });
}

const notAuthor = () => refuse('forbidden', { message: 'Only a verified author may.' });

async function isAuthor(userId: string, slug: string): Promise<boolean> {
  const paper = await getCorrectable(db(), slug);
  return paper !== null && (await getAuthorName(db(), userId, paper.id)) !== null;
}

/** Restores the value before a correction. Moderators cannot decide about their own. */
export async function revertCorrection(
  context: Context,
  { correction: id, reason }: RevertInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const correction = await getCorrection(tx, id);
    if (!correction) throw nothing('There is no such correction.');
    const { userId, paperId, field } = correction;
    if (userId) await lockAndAsk(tx, context, [userId]);
    const details = { field: FIELD_NAMES[field].toLowerCase() };
    const entry = {
      actorId,
      reason,
      action: 'revert_correction',
      userId,
      paperId,
      details,
    } as const;
    const logId = await noteAct(tx, entry);
    const done = await putBack(tx, correction, { userId: actorId, logId });
    if (!done) throw nothing('This would change nothing.');
    await invalidatePaper(tx, paperId);
  });
}
