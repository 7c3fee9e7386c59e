import { findPaper } from '@/db/queries/submissions';
import { ingestBatch } from '@/lib/ingest/service';
import { fetchSource } from '@/lib/ingest/source-client';
import type { Told } from '@/lib/ingest/types';
import type { SourceId } from '@/lib/papers/sources';
import { SourceUnavailable } from '@/lib/sources/ask-source';

/** Seconds that a person, or a job, waits for its turn to ask a source. */
export const PATIENCE = { person: 4, job: 60 };

/** What the source tells of a paper; null: it knows none. */
export async function ask(
  wanted: SourceId,
  patience: number,
): Promise<Told | null | 'unavailable'> {
  try {
    return await fetchSource(wanted, { patience });
  } catch (error) {
    if (error instanceof SourceUnavailable) return 'unavailable';
    throw error;
  }
}

export type Found = Awaited<ReturnType<typeof findPaper>>;

/** An arXiv paper, stored without listing it if it is not here yet; null: arXiv knows none. */
export async function bringFromArxiv(id: string, patience: number): Promise<Found | 'unavailable'> {
  const present = await findPaper('arxiv', id);
  // What only a list has told of is worth asking arXiv about, but can do without.
  if (present && present.version !== 0) return present;
  const told = await ask({ source: 'arxiv', id }, patience);
  if (told === 'unavailable') return present ?? told;
  if (!told) return null;
  await ingestBatch([told.record]);
  return findPaper('arxiv', id);
}
