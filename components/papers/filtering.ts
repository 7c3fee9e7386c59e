import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/errors';
import { setFilter, type Wish } from '@/lib/filters/store';
import { focusInRow, nameOf } from './row-element';

const refused = ({ reason, message }: Refusal) => toast('error', message ?? REASONS[reason].words);

/** Hides, mutes or takes it back; what cannot be done is said. */
export const filter = (wish: Wish): void => setFilter(wish, refused);

/** Leaves a line in the paper's place, with the focus on its way back. */
export function hidePaper(paperId: number): void {
  filter({ kind: 'hidden', value: paperId, on: true, paper: nameOf(paperId) });
  focusInRow(paperId, '[data-undo]');
}
