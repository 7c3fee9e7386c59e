import { mean, ndcg } from '../search/measures';
import type { Method } from './methods';
import type { Case } from './readers';

/** Mean reciprocal rank of the first relevant paper, and nDCG@10 of all of them. */
export function judge(cases: Case[], method: Method): { mrr: number; ndcg: number } {
  const ranks: number[] = [];
  const gains: number[] = [];
  for (const one of cases) {
    const score = method(one);
    const order = one.among
      .map((paper) => ({ id: paper.id, score: score(paper) }))
      // Breaks ties by an arbitrary but fixed number.
      .sort((a, b) => b.score - a.score || ((a.id * 7919) % 1009) - ((b.id * 7919) % 1009));
    ranks.push(1 / (1 + order.findIndex(({ id }) => one.wanted.has(id))));
    const grades = new Map([...one.wanted].map((id) => [String(id), 1]));
    gains.push(
      ndcg(
        order.map(({ id }) => String(id)),
        grades,
      ),
    );
  }
  return { mrr: mean(ranks), ndcg: mean(gains) };
}
