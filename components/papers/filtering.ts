import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal, refuse } from '@/lib/base/errors';
import type { Wish } from '@/lib/filters/store';
import { UNREACHABLE } from '@/lib/web/updates/messages';
import { focusInRow, nameOf } from './row-element';

/** Loaded with the first menu that opens, since most page views hide nothing. */
export const loadFiltering = () => import('@/lib/filters/write');

const refused = ({ reason, message }: Refusal) => toast('error', message ?? REASONS[reason].words);

/** Hides, mutes, or undoes either; reports a failure. Resolves once the page shows the change. */
export async function filter(wish: Wish): Promise<void> {
  try {
    (await loadFiltering()).setFilter(wish, refused);
  } catch {
    refused(refuse('unavailable', { message: UNREACHABLE }));
  }
}

/** Replaces the paper's row with a line and focuses its undo button. */
export async function hidePaper(paperId: number): Promise<void> {
  await filter({ kind: 'hidden', value: paperId, on: true, paper: nameOf(paperId) });
  focusInRow(paperId, '[data-undo]');
}

/** Mutes a topic or word from the menu of a paper's row. */
export async function muteFrom(paperId: number, mute: Wish): Promise<void> {
  await filter(mute);
  focusInRow(paperId, '[data-undo]');
}
