import type { Transaction } from '@/db/client';
import {
  isCorrectedBefore,
  listStanding,
  lockCorrectable,
  writeChanges,
} from '@/db/queries/corrections';
import { publishPapers } from '@/db/queries/invalidation';
import { getPicture } from '@/db/queries/pictures';
import { COLUMNS, type CorrectedField } from './types';

type Earlier = {
  id: number;
  paperId: number;
  field: CorrectedField;
  before: string | null;
  beforeBy: string | null;
};

/** Invalidates a paper's page and the feeds. */
export async function invalidatePaper(tx: Transaction, paperId: number): Promise<void> {
  await publishPapers(tx, [paperId]);
}

/** Restores the value before a correction; returns false if that would change nothing. */
export async function putBack(
  tx: Transaction,
  earlier: Earlier,
  by: { userId: string | null; logId: number },
): Promise<boolean> {
  const paper = await lockCorrectable(tx, { id: earlier.paperId });
  const { field, before, beforeBy } = earlier;
  if (!paper || paper[field] === before) return false;
  // A new version at the source has replaced the text; the earlier value belongs to an older
  // version.
  const versioned = field === 'title' || field === 'abstract';
  if (versioned && !paper.corrected.includes(COLUMNS[field])) return false;
  // Removed and deleted since.
  if (field === 'picture' && before !== null && !(await getPicture(tx, before))) return false;
  const change = {
    field,
    before: paper[field],
    beforeBy: field === 'summary' ? paper.summaryBy : null,
    after: before,
    afterBy: beforeBy,
  };
  // The first correction's "before" came from a source, which may update it again.
  const free = !(await isCorrectedBefore(tx, earlier));
  await writeChanges(tx, paper.id, [change], { ...by, free });
  return true;
}

/** Reverts a user's corrections of a paper that are still in effect. */
export async function undoCorrections(
  tx: Transaction,
  paperId: number,
  userId: string,
  by: { userId: string | null; logId: number },
): Promise<void> {
  for (const earlier of await listStanding(tx, paperId, userId)) await putBack(tx, earlier, by);
}
