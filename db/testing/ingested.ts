import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { paperAuthors, papers } from '@/db/schema';
import { ingestBatch } from '@/lib/ingest/service';
import type { ListingRecord, PaperRecord } from '@/lib/ingest/types';

export const listing = (facts: Partial<ListingRecord> = {}): ListingRecord => ({
  site: 'huggingface.co',
  day: '2026-07-31',
  at: '2026-07-31T00:00:00.000Z',
  upvotes: 145,
  comments: 3,
  submitter: 'Grace',
  ...facts,
});

export async function stored(externalId = '2201.04388') {
  const [row] = await db().select().from(papers).where(eq(papers.externalId, externalId));
  if (!row) throw new Error('paper not found');
  return row;
}
export async function authors(paperId: number) {
  const rows = await db()
    .select({ name: paperAuthors.name })
    .from(paperAuthors)
    .where(eq(paperAuthors.paperId, paperId))
    .orderBy(asc(paperAuthors.position));
  return rows.map((row) => row.name);
}
export const counts = async (...records: PaperRecord[]) => {
  const { refused, ...rest } = await ingestBatch(records);
  return [rest.new, rest.updated, rest.unchanged, refused.length];
};
