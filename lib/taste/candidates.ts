import { type Listed, listListed, listTastePapers } from '@/db/queries/taste-papers';
import { featuresOf } from './model/features';
import { type Packed, type PackedPaper, packFeatures, unpackFeatures } from './model/packed';

const DAY = 86_400_000;
/** Days of papers in For you. */
export const DAYS = 14;
/** Most papers that are scored, newest first. */
const MOST = 12_000;
/** Milliseconds until the list of papers is read again. */
const FRESH = 20_000;
/** Papers per batch, and papers read before the first response. */
const BATCH = 200;
const AT_FIRST = 2_000;

type Known = { topics: string[]; features: PackedPaper };

export type Candidate = Listed & Known;

/**
 * Features of recently listed papers, cached in this process: each is read once, so a page costs
 * the scoring alone. After a restart the newest are read first. At most MOST papers of some 2.5 kB
 * each (1.2 for about 150 features, 1 for the vector), and as much again until buffers whose papers
 * are no longer listed are packed again: 60 MB.
 */
const known = new Map<number, Known>();
let listed: { rows: Listed[]; read: number } = { rows: [], read: 0 };
/** The listed papers whose features are known; null after either has changed. */
let candidates: Candidate[] | null = null;
let reading: Promise<void> | null = null;

/** Returns the papers to rank, latest first. Callers share the list and must not change it. */
export async function listCandidates(now = new Date()): Promise<readonly Candidate[]> {
  if (now.getTime() - listed.read > FRESH || now.getTime() < listed.read) {
    reading ??= refresh(now).finally(() => {
      reading = null;
    });
    await reading;
  }
  candidates ??= listed.rows.flatMap((row) => {
    const there = known.get(row.id);
    return there ? [{ ...row, ...there }] : [];
  });
  return candidates;
}

/** Clears the cache; for tests. */
export function forgetCandidates(): void {
  known.clear();
  candidates = null;
  listed = { rows: [], read: 0 };
}

async function refresh(now: Date): Promise<void> {
  const rows = await listListed(new Date(now.getTime() - DAYS * DAY), MOST);
  const wanted = new Set(rows.map(({ id }) => id));
  for (const id of known.keys()) if (!wanted.has(id)) known.delete(id);
  repackSparse();
  const missing = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  await read(missing.slice(0, AT_FIRST));
  listed = { rows, read: now.getTime() };
  candidates = null;
  const rest = missing.slice(AT_FIRST);
  // The rest is read in the background; the next refresh retries a failure.
  if (rest.length > 0) read(rest).catch(() => undefined);
}

async function read(ids: number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const papers = await listTastePapers(ids.slice(from, from + BATCH));
    const packed = packFeatures(papers.map(({ vector, ...paper }) => featuresOf(paper, vector)));
    papers.forEach(({ id, topics }, at) => {
      known.set(id, { topics, features: { packed, at } });
    });
    candidates = null;
    // Lets other requests run in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Packs the papers of buffers of which less than half is left again, so that memory is freed. */
function repackSparse(): void {
  const left = new Map<Packed, number>();
  for (const { features } of known.values()) {
    left.set(features.packed, (left.get(features.packed) ?? 0) + 1);
  }
  const sparse = [...known].filter(
    ([
      ,
      {
        features: { packed },
      },
    ]) => {
      return 2 * (left.get(packed) ?? 0) < packed.starts.length - 1;
    },
  );
  for (let from = 0; from < sparse.length; from += BATCH) {
    const papers = sparse.slice(from, from + BATCH);
    const packed = packFeatures(papers.map(([id, { features }]) => unpackFeatures(id, features)));
    papers.forEach(([id, { topics }], at) => {
      known.set(id, { topics, features: { packed, at } });
    });
  }
}
