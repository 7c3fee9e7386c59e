import { type Database, db, transaction } from '@/db/client';
import { type Written, writePapers } from '@/db/queries/ingest';
import { errorCode } from '@/lib/base/errors';
import { refuseFuture } from './listing';
import { newSlug } from './slugs';
import type { PaperRecord, RefusedRecord } from './types';

export type Ingested = {
  new: number;
  updated: number;
  unchanged: number;
  refused: RefusedRecord[];
};

/** Papers per transaction: enough to be fast, few enough that readers never wait for its locks. */
export const BATCH = 500;

/**
 * Ingests records in order, BATCH of them per transaction. Idempotent, and can be interrupted at
 * any point and run again.
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
    await takeBatch(batch, on, total);
  }
  return total;
}

/** Returns whether Postgres rejected the data: error classes 22, 23 and 54. */
const isDataError = (error: unknown): boolean => /^(22|23|54)/.test(errorCode(error) ?? '');

/** Adds to `total`; a batch that cannot be stored is halved until the bad record is found. */
async function takeBatch(batch: PaperRecord[], on: Database, total: Ingested): Promise<void> {
  let written: Written;
  try {
    written = await writeBatch(batch, on);
  } catch (error) {
    if (!isDataError(error)) throw error;
    const [only] = batch;
    if (only && batch.length === 1) {
      const reason = `cannot be stored (${errorCode(error)})`;
      total.refused.push({ id: only.externalId, reason, record: only });
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await takeBatch(batch.slice(0, half), on, total);
    await takeBatch(batch.slice(half), on, total);
    return;
  }
  const { inserted, updated, unplaced } = written;
  total.new += inserted.length;
  total.updated += updated.length;
  total.unchanged += batch.length - inserted.length - updated.length - unplaced.length;
  for (const position of unplaced) {
    const record = batch[position];
    const reason = 'no free address was found, import it again';
    total.refused.push({ id: record?.externalId ?? null, reason, record });
  }
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

/**
 * Splits records so that a batch has each paper once; a later record of a paper goes into a later
 * batch.
 */
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
