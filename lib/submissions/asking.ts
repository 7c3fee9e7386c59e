import { findPaper } from '@/db/queries/submissions';
import { fetchArxiv } from '@/lib/ingest/arxiv-client';
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
  return orUnavailable(fetchSource(wanted, { patience }));
}

const orUnavailable = <T>(asked: Promise<T>): Promise<T | 'unavailable'> =>
  asked.catch((error) => {
    if (error instanceof SourceUnavailable) return 'unavailable' as const;
    throw error;
  });

export type Found = Awaited<ReturnType<typeof findPaper>>;

/** An arXiv paper, stored without listing it if it is not here yet; null: arXiv knows none. */
export async function bringFromArxiv(id: string, patience: number): Promise<Found | 'unavailable'> {
  const present = await findPaper('arxiv', id);
  // What only a list has told of is worth asking arXiv about, but can do without.
  if (present && present.version !== 0) return present;
  const told = await orUnavailable(fetchArxiv({ id }, { patience }));
  if (told === 'unavailable') return present ?? told;
  if (!told) return null;
  await ingestBatch([told]);
  return findPaper('arxiv', id);
}
