import { findPaper } from '@/db/queries/submissions';
import { fetchArxiv } from '@/lib/ingest/arxiv-client';
import { ingestBatch } from '@/lib/ingest/service';
import { fetchSource } from '@/lib/ingest/source-client';
import type { SourceFacts } from '@/lib/ingest/types';
import type { SourceId } from '@/lib/papers/sources';
import { SourceUnavailable } from '@/lib/sources/ask-source';

/** Seconds that a user's request, or a job, waits for its turn at a source. */
export const PATIENCE = { person: 4, job: 60 };

/** Fetches a paper's record from its source; null if the source does not have it. */
export async function fetchFacts(
  wanted: SourceId,
  patience: number,
): Promise<SourceFacts | null | 'unavailable'> {
  return orUnavailable(fetchSource(wanted, { patience }));
}

const orUnavailable = <T>(asked: Promise<T>): Promise<T | 'unavailable'> =>
  asked.catch((error) => {
    if (error instanceof SourceUnavailable) return 'unavailable' as const;
    throw error;
  });

export type Found = Awaited<ReturnType<typeof findPaper>>;

/**
 * Fetches an arXiv paper and stores it unlisted if it is not here yet; null if arXiv does not have
 * it.
 */
export async function bringFromArxiv(id: string, patience: number): Promise<Found | 'unavailable'> {
  const present = await findPaper('arxiv', id);
  // A paper that only a daily list has named lacks details; if arXiv does not respond, it is used
  // as it is.
  if (present && present.version !== 0) return present;
  const record = await orUnavailable(fetchArxiv({ id }, { patience }));
  if (record === 'unavailable') return present ?? record;
  if (!record) return null;
  await ingestBatch([record]);
  return findPaper('arxiv', id);
}
