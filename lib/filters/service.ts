import { transaction } from '@/db/client';
import { deleteHidden, deleteMute, insertHidden, insertMute } from '@/db/queries/filters';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { type FilterInput, MOST_HIDDEN, MOST_MUTES } from './schema';
import type { Filter } from './types';

/**
 * Hides a paper, or mutes a topic or word, for the viewer, or undoes that. Idempotent. Refuses as
 * refuseWriting does, with `not_found` an unknown paper, and with `conflict` beyond the limits.
 */
export async function setFilter(
  { viewer }: Context,
  input: FilterInput,
): Promise<Result<Filter & { on: boolean }>> {
  const refusal = refuseWriting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  const userId = viewer.id;
  const outcome = await transaction(async (tx) => {
    if (input.kind === 'hidden') {
      const row = { userId, paperId: input.value };
      if (input.on) return insertHidden(tx, { ...row, most: MOST_HIDDEN });
      return deleteHidden(tx, row);
    }
    const row = { userId, kind: input.kind, value: input.value };
    if (input.on) return insertMute(tx, { ...row, most: MOST_MUTES });
    return deleteMute(tx, row);
  });
  if (outcome === 'missing') return refuse('not_found');
  if (outcome === 'full') return refuse('conflict', { message: FULL[input.kind] });
  return ok(input);
}

const mutesFull = `You have muted ${MOST_MUTES} topics and words, the most there can be.`;
const FULL = {
  hidden: `You have hidden ${MOST_HIDDEN.toLocaleString('en')} papers, the most there can be.`,
  topic: mutesFull,
  word: mutesFull,
};
