import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal, refuse } from '@/lib/base/errors';
import type { Wish } from '@/lib/filters/store';
import { focusInRow, nameOf } from './row-element';

/** Most readers of a page hide nothing: what writes comes with the first menu that is opened. */
export const loadFiltering = () => import('@/lib/filters/write');

const refused = ({ reason, message }: Refusal) => toast('error', message ?? REASONS[reason].words);

/** Hides, mutes or takes it back; what cannot be done is said. Resolves when it shows. */
export async function filter(wish: Wish): Promise<void> {
  try {
    (await loadFiltering()).setFilter(wish, refused);
  } catch {
    refused(refuse('unavailable', { message: 'The site cannot be reached. Nothing was changed.' }));
  }
}

/** Leaves a line in the paper's place, with the focus on its way back. */
export async function hidePaper(paperId: number): Promise<void> {
  await filter({ kind: 'hidden', value: paperId, on: true, paper: nameOf(paperId) });
  focusInRow(paperId, '[data-undo]');
}

/** The same for a topic or a word, by the menu of a paper's row. */
export async function muteFrom(paperId: number, mute: Wish): Promise<void> {
  await filter(mute);
  focusInRow(paperId, '[data-undo]');
}
