import { transaction } from '@/db/client';
import { listUnchecked, saveRetractionCheck } from '@/db/queries/retractions';
import { parseSource } from '@/lib/papers/sources';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { fetchSource } from './source-client';

/** DOIs of one run; with a run an hour, 36,000 listed papers come round in 30 days. */
const BATCH = 50;
/** Days until a DOI is looked up again. */
const AGAIN = 30;
/** Seconds that one request may wait for its turn at Crossref. */
const PATIENCE = 60;

/**
 * A job: looks up listed papers by their DOIs, those first that were looked up longest ago, and
 * marks those retracted since. A source that does not answer is left alone until the next run, and
 * its paper is the first one then.
 */
export async function checkRetractions({ on, signal, counts }: HarvestRun): Promise<void> {
  for (const { id, doi } of await listUnchecked(on, { days: AGAIN, most: BATCH })) {
    signal.throwIfAborted();
    const wanted = parseSource(doi);
    try {
      const told =
        wanted?.source === 'doi' ? await fetchSource(wanted, { patience: PATIENCE, on }) : null;
      const isNew = await transaction(
        (tx) => saveRetractionCheck(tx, id, told?.retraction ?? null),
        on,
      );
      counts.checked = (counts.checked ?? 0) + 1;
      if (isNew) counts.retracted = (counts.retracted ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      counts.unavailable = 1;
      return;
    }
  }
}
