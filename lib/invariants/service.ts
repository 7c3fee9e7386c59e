import { alone, type Database, type Executor, type Transaction, transaction } from '@/db/client';
import { type Finding, findViolations, findWrongFigures, INVARIANTS } from '@/db/queries/checks';
import { publishPapers } from '@/db/queries/invalidation';
import {
  type Drift,
  listDrifts,
  nextPaperIds,
  repairPapers,
  tryRecountLock,
} from '@/db/queries/recount';

/** Checks every invariant sequentially and yields violations; read-only. */
export async function* checkInvariants(on: Executor): AsyncGenerator<Finding> {
  yield* await findWrongFigures(on);
  for (const invariant of INVARIANTS) yield await findViolations(on, invariant);
}

export type Recounted = { papers: number; drifts: number };

type Recount = {
  /** Papers per step. */
  batch?: number;
  onDrift?: (drift: Drift) => void;
  signal?: AbortSignal;
};

/**
 * Recounts every paper's upvotes, comments, authors, score and topics from the rows and corrects
 * wrong figures. Locks only wrong papers, and only against votes and comments.
 */
export async function recount(
  on: Database,
  { batch = 500, onDrift, signal }: Recount = {},
): Promise<Recounted> {
  const total = { papers: 0, drifts: 0 };
  for (let after = 0; !signal?.aborted; ) {
    const ids = await nextPaperIds(on, after, batch);
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) break;
    const found = await listDrifts(on, first, last);
    const wrong = [...new Set(found.map((drift) => drift.id))];
    if (wrong.length > 0) await transaction((tx) => repair(tx, wrong), on);
    for (const drift of found) onDrift?.(drift);
    total.papers += ids.length;
    total.drifts += found.length;
    after = last;
  }
  return total;
}

/** Stored pages show the wrong figures, too. */
async function repair(tx: Transaction, paperIds: number[]): Promise<void> {
  await repairPapers(tx, paperIds);
  await publishPapers(tx, paperIds);
}

/** Recounts the site on a connection of its own; returns null if a recount is already running. */
export const recountSite = (options?: Recount): Promise<Recounted | null> =>
  alone(async (own) => ((await tryRecountLock(own)) ? recount(own, options) : null));
