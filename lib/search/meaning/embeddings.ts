import { LRUCache } from 'lru-cache';
import type { Database, Executor } from '@/db/client';
import { listEmbeddings, listUnembedded, writeEmbeddings } from '@/db/queries/search-vectors';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { plainText } from '@/lib/markup/plain';
import { encode, encoderModel } from './encoder';
import { cosine } from './text';

/** Timeouts of the encoder in milliseconds, for a query and for a batch of papers. */
const QUERY_WAIT = 300;
const BATCH_WAIT = 60_000;
const BATCH = 32;
/** Maximum characters of a paper: what small encoders accept. */
const TEXT = 4_000;
/** Milliseconds without requests after the first failure in a row, and the maximum. */
const PAUSE = 5_000;
const LONGEST_PAUSE = 600_000;

const queries = new LRUCache<string, Int8Array>({ max: 2_000 });

/** Pauses requests after failures; the pause doubles with each failure in a row. */
class BackOff {
  private failures = 0;
  private until = 0;

  get waits(): boolean {
    return Date.now() < this.until;
  }

  succeed(): void {
    this.failures = 0;
  }

  fail(): void {
    this.until = Date.now() + Math.min(LONGEST_PAUSE, PAUSE * 2 ** this.failures++);
  }
}

const forQueries = new BackOff();
const forPapers = new BackOff();

/** Clears vectors and failures; for tests. */
export function forgetEncoder(): void {
  queries.clear();
  for (const backOff of [forQueries, forPapers]) Object.assign(backOff, { failures: 0, until: 0 });
}

async function encodeQuery(model: string, text: string): Promise<Int8Array | null> {
  const key = `${model}\n${text}`;
  const known = queries.get(key);
  if (known) return known;
  if (forQueries.waits) return null;
  try {
    const [vector] = await encode([text], QUERY_WAIT);
    forQueries.succeed();
    if (vector) queries.set(key, vector);
    return vector ?? null;
  } catch (error) {
    forQueries.fail();
    log.warn({ code: errorCode(error) }, 'embedding a query failed');
    return null;
  }
}

/** The smallest share of papers with a vector for which cosines are used. */
const ENOUGH = 0.9;

/**
 * Returns cosines between papers and a text by the host's encoder; null if there is none, if it
 * does not respond in time, or while too few of these papers have a vector of its model.
 */
export async function encodedCosines(
  text: string,
  ids: number[],
  on: Executor,
): Promise<Map<number, number> | null> {
  const model = encoderModel();
  if (!model || ids.length === 0) return null;
  const stored = await listEmbeddings(ids, model, on);
  if (stored.length < ENOUGH * ids.length) return null;
  const meant = await encodeQuery(model, text);
  if (!meant) return null;
  const same = stored.filter(({ vector }) => vector.length === meant.length);
  if (same.length < ENOUGH * ids.length) return null;
  return new Map(same.map(({ paperId, vector }) => [paperId, cosine(meant, vector)]));
}

/** Embeds the next papers that have no vector with the host's encoder; returns how many. */
export async function embedNext(on: Database): Promise<number> {
  const model = encoderModel();
  if (!model || forPapers.waits) return 0;
  const papers = await listUnembedded(on, model, BATCH);
  if (papers.length === 0) return 0;
  try {
    const texts = papers.map(({ title, body }) =>
      `${plainText(title)}\n${plainText(body)}`.slice(0, TEXT),
    );
    const vectors = await encode(texts, BATCH_WAIT);
    const rows = papers.flatMap(({ paperId }, at) => {
      const vector = vectors[at];
      return vector ? [{ paperId, vector }] : [];
    });
    await writeEmbeddings(on, model, rows);
    forPapers.succeed();
    return rows.length;
  } catch (error) {
    forPapers.fail();
    log.warn({ code: errorCode(error) }, 'embedding papers failed');
    return 0;
  }
}
