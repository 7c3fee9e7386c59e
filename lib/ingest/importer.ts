import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Database } from '@/db/client';
import { askSource, pause, SourceUnavailable } from '@/lib/sources/ask-source';
import { type ImportAddress, resumedAddress } from './addresses';
import { decodeUtf8 } from './decoding';
import { parseOaiPage } from './oai-raw';
import { readRecords, UnreadableFile } from './read';
import { BATCH, type Ingested, ingestBatch } from './service';
import type { PaperRecord, Parsed, RefusedRecord } from './types';

export type Counts = { new: number; updated: number; unchanged: number; refused: number };
export const noCounts = (): Counts => ({ new: 0, updated: 0, unchanged: 0, refused: 0 });

export type Watch = {
  signal?: AbortSignal;
  /** Updated on the way, so that it is valid when an import ends early. */
  counts?: Counts;
  onRefused?: (refused: RefusedRecord) => void;
  /** `done` of `total` in bytes for a file, in records for an address. */
  onProgress?: (progress: { done: number; total: number | null; counts: Counts }) => void;
};

/**
 * Imports one file of any known format, gzipped or not, in constant memory. Throws UnreadableFile
 * at the point from which the file cannot be read; records before it are stored. If the signal aborts it, complete batches are stored.
 */
export async function importFile(path: string, on: Database, watch: Watch = {}): Promise<Counts> {
  const { size } = await stat(path);
  const bytes = createReadStream(path);
  const unpacked = (await isGzipped(path)) ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => unpacked.destroy(error));
  const text = decodeUtf8(unpacked);
  const counts = watch.counts ?? noCounts();
  const report = () => watch.onProgress?.({ done: bytes.bytesRead, total: size, counts });
  try {
    await ingestAll(readRecords(text), on, counts, { ...watch, report });
  } finally {
    bytes.destroy();
  }
  return counts;
}

/**
 * A page of OAI-PMH has a thousand records or more (2.2 MB in the sample), and arXiv may take most
 * of a minute for it. Only an operator's import requests it; no visitor waits.
 */
export const PAGE = { size: 32 * 2 ** 20, timeout: 90_000, patience: 3_600 };

/** Imports the response of an address, and an OAI-PMH list page by page to its end. */
export async function importAddress(
  address: ImportAddress,
  on: Database,
  watch: Watch & { onPage?: (url: URL) => void } = {},
): Promise<Counts> {
  const counts = watch.counts ?? noCounts();
  let total: number | null = null;
  const report = () => {
    const done = counts.new + counts.updated + counts.unchanged + counts.refused;
    watch.onProgress?.({ done, total, counts });
  };
  for (let url: URL | null = address.url; url; ) {
    watch.onPage?.(url);
    const body = await askPatiently({ ...address, url }, on, watch.signal);
    const rest = await ingestText(body, on, counts, { ...watch, report });
    const page = address.kind === 'oai' && rest ? parseOaiPage(rest) : null;
    if (page?.error && page.error.code !== 'noRecordsMatch') {
      throw new UnreadableFile(`the source answers ${page.error.code}: ${page.error.message}`);
    }
    total = page?.total ?? total;
    report();
    url = page?.resumptionToken ? resumedAddress(address, page.resumptionToken) : null;
  }
  return counts;
}

const ATTEMPTS = 8;

async function askPatiently(
  { source, url }: ImportAddress,
  on: Database,
  signal?: AbortSignal,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await askSource(source, url, { ...PAGE, on, signal });
      if (response.status === 200 || response.status === 400) return response.body;
      throw new UnreadableFile(`${url.host} answers ${response.status}`);
    } catch (error) {
      if (!(error instanceof SourceUnavailable) || attempt === ATTEMPTS) throw error;
      await pause(Math.min(error.retryAfter, 60) * 1000, signal);
    }
  }
}

/**
 * Ingests a response of a source. Returns the XML around its records, which is empty if the
 * response was cut off within one of them.
 */
export async function ingestText(
  text: string,
  on: Database,
  counts: Counts,
  watch: Watch & { report?: () => void; change?: (record: PaperRecord) => PaperRecord } = {},
): Promise<string> {
  let rest = '';
  const records = readRecords(once(text), { onRest: (around) => (rest = around) });
  await ingestAll(records, on, counts, { report: () => {}, ...watch });
  return rest;
}

/** Stores one batch while the next one is read. */
async function ingestAll(
  records: AsyncIterable<Parsed>,
  on: Database,
  counts: Counts,
  {
    signal,
    onRefused,
    report,
    change = (record) => record,
  }: Watch & { report: () => void; change?: (record: PaperRecord) => PaperRecord },
): Promise<void> {
  const refuse = (refused: RefusedRecord) => {
    counts.refused += 1;
    onRefused?.(refused);
  };
  const store = async (batch: PaperRecord[]) => {
    const done: Ingested = await ingestBatch(batch, on, signal);
    counts.new += done.new;
    counts.updated += done.updated;
    counts.unchanged += done.unchanged;
    done.refused.forEach(refuse);
    report();
  };
  let batch: PaperRecord[] = [];
  let storing = Promise.resolve();
  try {
    for await (const one of records) {
      signal?.throwIfAborted();
      if (one.ok) batch.push(change(one.record));
      else refuse(one);
      if (batch.length < BATCH) continue;
      await storing;
      storing = store(batch);
      // The next `await` handles it; until then it must not count as an unhandled rejection.
      storing.catch(() => {});
      batch = [];
    }
  } catch (error) {
    // The records before the fault are good.
    if (error instanceof UnreadableFile && batch.length > 0) {
      await storing;
      await store(batch);
    }
    throw error;
  } finally {
    await storing;
  }
  if (batch.length > 0) await store(batch);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function isGzipped(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
