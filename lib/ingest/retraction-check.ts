import { transaction } from '@/db/client';
import { listUnchecked, saveRetractionCheck } from '@/db/queries/retractions';
import { parseSource } from '@/lib/papers/sources';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { fetchSource } from './source-client';

/** DOIs per run; with a run every hour, 36,000 listed papers are checked every 30 days. */
const BATCH = 50;
/** Days until a DOI is looked up again. */
const AGAIN = 30;
/** Seconds that one request may wait for its turn at Crossref. */
const PATIENCE = 60;

/**
 * Scheduled job: looks up listed papers by their DOIs, those with the oldest lookup first, and
 * marks new retractions. If the source does not respond, the run ends, and the next one starts with
 * the same paper.
 */
export async function checkRetractions({ on, signal, counts }: HarvestRun): Promise<void> {
  for (const { id, doi } of await listUnchecked(on, { days: AGAIN, most: BATCH })) {
    signal.throwIfAborted();
    const wanted = parseSource(doi);
    try {
      const facts =
        wanted?.source === 'doi' ? await fetchSource(wanted, { patience: PATIENCE, on }) : null;
      const isNew = await transaction(
        (tx) => saveRetractionCheck(tx, id, facts?.retraction ?? null),
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
