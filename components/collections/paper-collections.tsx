import type { CollectionSummary } from '@/lib/collections/types';
import { CollectionLines } from './collection-lines';

type Props = { collections: CollectionSummary[]; more: boolean; timeZone: string };

/** Public collections that contain the paper; renders nothing if there are none. */
export function PaperCollections({ collections, more, timeZone }: Props) {
  if (collections.length === 0) return null;
  return (
    <section aria-labelledby="collections" className="mt-6">
      <h2 id="collections" className="mb-1.5 font-semibold text-muted text-sm">
        In collections
      </h2>
      <CollectionLines collections={collections} owners timeZone={timeZone} />
      {more ? <p className="mt-1 text-muted text-sm">And in others.</p> : null}
    </section>
  );
}
