import { randomInt } from 'node:crypto';
import { type Database, db, transaction } from '@/db/client';
import { type Written, writePapers } from '@/db/queries/ingest';
import { SLUG } from '@/lib/papers/paths';
import { refuseFuture } from './listing';
import type { PaperRecord, RefusedRecord } from './types';

export type Ingested = {
  new: number;
  updated: number;
  unchanged: number;
  refused: RefusedRecord[];
};

/** Papers in one transaction: enough to be fast, few enough that readers never wait for it. */
export const BATCH = 500;

/**
 * Takes records in, BATCH of them a transaction, in their order: what design says an import means.
 * Can be broken off at any point and run again; the same records twice change nothing.
 */
export async function ingestBatch(
  records: PaperRecord[],
  on: Database = db(),
  signal?: AbortSignal,
): Promise<Ingested> {
  const total: Ingested = { new: 0, updated: 0, unchanged: 0, refused: [] };
  const fit = records.filter((record) => {
    const reason = refuseFuture(record, new Date());
    if (reason) total.refused.push({ id: record.externalId, reason, record });
    return !reason;
  });
  for (const batch of inBatches(fit)) {
    signal?.throwIfAborted();
    const written = await writeBatch(batch, on);
    total.new += written.inserted.length;
    total.updated += written.updated.length;
    total.unchanged += batch.length - written.inserted.length - written.updated.length;
    for (const position of written.unplaced) {
      total.unchanged -= 1;
      const record = batch[position];
      const reason = 'no free address was found, import it again';
      total.refused.push({ id: record?.externalId ?? null, reason, record });
    }
  }
  return total;
}

const writeBatch = (batch: PaperRecord[], on: Database): Promise<Written> =>
  transaction(
    (tx) =>
      writePapers(
        tx,
        batch.map((record) => ({ ...record, slug: newSlug(record) })),
      ),
    on,
  );

/** In each batch a paper once: of two records of one paper the second comes after the first. */
function* inBatches(records: PaperRecord[]): Generator<PaperRecord[]> {
  let batch: PaperRecord[] = [];
  let keys = new Set<string>();
  for (const record of records) {
    const key = `${record.source} ${record.externalId}`;
    if (batch.length === BATCH || keys.has(key)) {
      yield batch;
      batch = [];
      keys = new Set();
    }
    batch.push(record);
    keys.add(key);
  }
  if (batch.length > 0) yield batch;
}

/** The arXiv id, or x and seven random letters and digits for a paper from elsewhere. */
function newSlug({ source, externalId }: PaperRecord): string {
  if (source === 'arxiv' && SLUG.test(externalId)) return externalId;
  return `x${randomInt(36 ** 7)
    .toString(36)
    .padStart(7, '0')}`;
}
