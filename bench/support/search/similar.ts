import type { Database } from '@/db/client';
import { findSimilar } from '@/lib/search/similar';
import { TUNING } from '@/lib/search/tuning';
import type { Collection } from './collection';
import { mean, ndcg } from './measures';

const DEPTH = 10;

/** For each judged document, the other documents relevant to a query that it is relevant to. */
export function pairsOf({ judged }: Collection): Map<string, Map<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const grades of judged.values()) {
    for (const one of grades.keys()) {
      const others = pairs.get(one) ?? new Map<string, number>();
      for (const other of grades.keys()) if (other !== one) others.set(other, 1);
      if (others.size > 0) pairs.set(one, others);
    }
  }
  return pairs;
}

/** nDCG@10 of similar papers with vectors and, as the baseline, by shared words alone. */
export async function judgeSimilar(
  collection: Collection,
  idOf: ReadonlyMap<string, number>,
  on: Database,
  shares = [0, TUNING.similar],
): Promise<string[][]> {
  const nameOf = new Map([...idOf].map(([name, id]) => [id, name]));
  const pairs = [...pairsOf(collection)];
  const rows: string[][] = [];
  for (const share of shares) {
    const runs: number[] = [];
    for (const [name, others] of pairs) {
      const found = await findSimilar(idOf.get(name) ?? 0, DEPTH, on, share);
      runs.push(
        ndcg(
          found.map((id) => nameOf.get(id) ?? ''),
          others,
          DEPTH,
        ),
      );
    }
    const label = share === 0 ? 'shared words (tf-idf)' : `with vectors, ${share} × cosine`;
    rows.push([label, String(pairs.length), mean(runs).toFixed(3)]);
  }
  return rows;
}
