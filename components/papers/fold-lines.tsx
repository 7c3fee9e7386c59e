'use client';

import { useId } from 'react';
import { keyOf } from '@/lib/filters/matching';
import { showFolded } from '@/lib/filters/store';
import type { Filter } from '@/lib/filters/types';
import { filter } from './filtering';
import { focusInRow } from './row-element';

const button = 'text-link inline-flex min-h-6 items-center rounded';

const named = (fold: Filter): string =>
  fold.kind === 'word' ? `“${fold.value}”` : String(fold.value);

/** Replaces a hidden paper's row: the reason and an undo button. */
export function FoldLine({
  paperId,
  fold,
  fresh,
}: {
  paperId: number;
  fold: Filter;
  fresh: boolean;
}) {
  const why = useId();
  const hidden = fold.kind === 'hidden';
  return (
    <p className="flex items-center gap-2 py-2.5 text-muted text-sm [&+article]:pt-0">
      <span id={why}>{hidden ? 'Hidden.' : `Muted: ${named(fold)}.`}</span>
      <button
        type="button"
        data-undo
        aria-describedby={why}
        className={button}
        onClick={async () => {
          await filter({ ...fold, on: false });
          focusInRow(paperId, '[data-open]');
        }}
      >
        {fresh ? 'Undo' : hidden ? 'Unhide' : 'Unmute'}
      </button>
    </p>
  );
}

type Folded = {
  folds: ReadonlyMap<number, Filter>;
  fresh: ReadonlySet<string>;
  shown: boolean;
};

/** Says below the rows how many are hidden, so that none disappears silently. */
export function FoldedLine({ folds, fresh, shown }: Folded) {
  const gone = [...folds.values()].filter((fold) => !fresh.has(keyOf(fold)));
  if (gone.length === 0) return null;
  const muted = gone.filter((fold) => fold.kind !== 'hidden');
  const hidden = gone.length - muted.length;
  const counts = [hidden && `${hidden} hidden`, muted.length && `${muted.length} muted`];
  const reasons = [...new Set(muted.map(named))].join(', ');
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 text-muted text-sm">
      <span>
        {counts.filter(Boolean).join(' and ')} on this page{reasons ? ` (${reasons})` : ''}
      </span>
      <button type="button" className={button} onClick={() => showFolded(!shown)}>
        {shown ? 'Hide again' : 'Show'}
      </button>
      <a href="/settings/filters" className={button}>
        Change
      </a>
    </p>
  );
}
