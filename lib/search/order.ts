import type { Executor } from '@/db/client';
import { encodedCosines } from './meaning/embeddings';
import { queryVector } from './meaning/query';
import { cosine, squares } from './meaning/text';
import { PaperSet } from './paper-set';
import type { Scores } from './scores';
import type { Terms } from './terms';
import type { Tiers } from './tiers';
import { TUNING } from './tuning';

/**
 * The order of results: papers with all words first, then those with some. In each group the best
 * by words are rescored with word vectors: score / best score + `TUNING.meaning` × cosine; the
 * others follow by score.
 */
export class Order {
  private constructor(
    private readonly scores: Scores,
    private readonly tiers: Tiers,
    /** The rescored papers, in order. */
    private readonly leading: number[],
  ) {}

  static async of(
    text: string,
    scores: Scores,
    tiers: Tiers,
    terms: Terms,
    on: Executor,
  ): Promise<Order> {
    const best = scores.best(TUNING.rescored, tiers.all.or(tiers.some));
    const ids = best.map(({ id }) => id);
    const cosines = (await encodedCosines(text, ids, on)) ?? (await ownCosines(text, ids, terms));
    const most = best[0]?.score ?? 1;
    const rescored = best.map(({ id, score }) => ({
      id,
      score: score / most + TUNING.meaning * (cosines.get(id) ?? 0),
    }));
    rescored.sort((a, b) => b.score - a.score || b.id - a.id);
    return new Order(
      scores,
      tiers,
      rescored.map(({ id }) => id),
    );
  }

  /** Returns the first `count` papers. */
  first(count: number): number[] {
    const ids = this.of(this.tiers.all, count);
    return ids.length < count ? [...ids, ...this.of(this.tiers.some, count - ids.length)] : ids;
  }

  private of(papers: PaperSet, count: number): number[] {
    const leading = this.leading.filter((id) => papers.has(id));
    if (leading.length >= count) return leading.slice(0, count);
    const rest = papers.without(PaperSet.ofIds(leading));
    const following = this.scores.best(count - leading.length, rest);
    return [...leading, ...following.map(({ id }) => id)];
  }
}

/** Returns cosines by the bundled word vectors; none if they do not have the text's words. */
async function ownCosines(text: string, ids: number[], terms: Terms): Promise<Map<number, number>> {
  const { index } = terms;
  const meant = await queryVector(text, (word) => terms.known(word), index);
  if (!meant) return new Map();
  const length = squares(meant);
  const cosines = new Map<number, number>();
  for (const [id, stored] of await index.wordVectors(ids)) {
    cosines.set(id, cosine(meant, stored.vector, length, stored.squares));
  }
  return cosines;
}
