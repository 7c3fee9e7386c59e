import { type Listed, listListed, listTastePapers } from '@/db/queries/taste-papers';
import { featuresOf, type PaperFeatures } from './model/features';

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

export type Candidate = Listed & { topics: string[]; features: PaperFeatures };

type Known = Omit<Candidate, 'at' | 'trending'>;

/**
 * Features of recently listed papers, cached in this process: each is read once, so a page costs a
 * list of ids and the scoring. After a restart the newest are read first.
 */
const known = new Map<number, Known>();
let listed: { rows: Listed[]; read: number } = { rows: [], read: 0 };
let reading: Promise<void> | null = null;

export async function listCandidates(now = new Date()): Promise<Candidate[]> {
  if (now.getTime() - listed.read > FRESH || now.getTime() < listed.read) {
    reading ??= refresh(now).finally(() => {
      reading = null;
    });
    await reading;
  }
  return listed.rows.flatMap((row) => {
    const there = known.get(row.id);
    return there ? [{ ...there, ...row }] : [];
  });
}

/** Clears the cache; for tests. */
export function forgetCandidates(): void {
  known.clear();
  listed = { rows: [], read: 0 };
}

async function refresh(now: Date): Promise<void> {
  const rows = await listListed(new Date(now.getTime() - DAYS * DAY), MOST);
  const wanted = new Set(rows.map(({ id }) => id));
  for (const id of known.keys()) if (!wanted.has(id)) known.delete(id);
  const missing = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  await read(missing.slice(0, AT_FIRST));
  listed = { rows, read: now.getTime() };
  const rest = missing.slice(AT_FIRST);
  // The rest is read in the background; the next refresh retries a failure.
  if (rest.length > 0) read(rest).catch(() => undefined);
}

async function read(ids: number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const { vector, ...paper } of await listTastePapers(ids.slice(from, from + BATCH))) {
      const { id, topics } = paper;
      known.set(id, { id, topics, features: featuresOf(paper, vector) });
    }
    // Lets other requests run in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
