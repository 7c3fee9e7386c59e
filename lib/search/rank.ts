import { likelyTerms, relevanceModel } from './feedback';
import type { IndexReader } from './index-reader';
import type { PaperSet } from './paper-set';
import { proximity } from './proximity';
import { type Ranked, rarity, Scores } from './scores';
import type { TermPostings } from './term-postings';
import { TUNING } from './tuning';
import { readTerms, readVector } from './vector';

/** The postings of terms, each read once. */
export class Postings {
  private readonly terms = new Map<string, TermPostings[]>();

  constructor(readonly index: IndexReader) {}

  async read(terms: Iterable<string>): Promise<void> {
    const wanted = [...new Set(terms)].filter((term) => !this.terms.has(term));
    if (wanted.length === 0) return;
    for (const [term, read] of await this.index.postings(wanted)) this.terms.set(term, [read]);
  }

  of(term: string): TermPostings[] {
    return this.terms.get(term) ?? [];
  }

  /** Adds papers to those that have a term. */
  extend(term: string, more: TermPostings): void {
    this.terms.set(term, [...this.of(term), more]);
  }

  papers(term: string): number {
    return this.of(term).reduce((sum, { papers }) => sum + papers, 0);
  }
}

export type Wanted = {
  /** Stems in the order of the query, with repetitions. */
  stems: string[];
  /** Additional terms, such as names, with their weight in query words. */
  extra: ReadonlyMap<string, number>;
};

type Scene = { postings: Postings; within: PaperSet | null };

/**
 * Scores papers in three steps: BM25 for all papers with any of the terms; proximity of the words
 * for the best ones; and relevance feedback from the very best (RM3).
 */
export async function rank(wanted: Wanted, scene: Scene): Promise<Scores> {
  const { postings, within } = scene;
  const { index } = postings;
  const { size } = index;
  const scores = new Scores(size.words / Math.max(1, size.documents));
  const terms = new Map<string, number>();
  for (const term of wanted.stems) terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const [term, weight] of wanted.extra) terms.set(term, (terms.get(term) ?? 0) + weight);
  await postings.read(terms.keys());
  const total = [...terms.values()].reduce((sum, count) => sum + count, 0);
  for (const [term, count] of terms) {
    addTerm(
      scores,
      postings,
      term,
      (count / total) * rarity(postings.papers(term), size.documents),
    );
  }
  // A single word has no proximity.
  const stems = new Set(wanted.stems);
  const alone = stems.size < 2;
  const best = scores.best(alone ? TUNING.feedbackPapers : TUNING.lookedAt, within);
  const vectors = await index.vectors(best.map(({ id }) => id));
  const weightOf = (term: string) => rarity(postings.papers(term), size.documents) / total;
  for (const { id } of best) {
    const vector = vectors.get(id);
    if (alone || vector === undefined) continue;
    const near = proximity(wanted.stems, readTerms(vector, stems), weightOf);
    scores.bump(id, TUNING.proximity * near);
  }
  const right: Ranked[] = scores.best(TUNING.feedbackPapers, within);
  const models = right.flatMap(({ id, score }) => {
    const vector = vectors.get(id);
    return vector === undefined ? [] : [{ score, vector: readVector(vector) }];
  });
  if (models.length < 3) return scores;
  const likely = likelyTerms(models);
  const papers = await index.papers([...likely.keys()]);
  const most = Math.min(Math.max(10, size.documents * TUNING.feedbackCommon), TUNING.feedbackMost);
  const model = relevanceModel(likely, (term) => {
    const count = papers.get(term) ?? 0;
    return count > 1 && count <= most;
  });
  await postings.read(model.keys());
  scores.multiply(1 - TUNING.feedbackWeight);
  for (const [term, likely] of model) {
    const weight = TUNING.feedbackWeight * likely * rarity(postings.papers(term), size.documents);
    addTerm(scores, postings, term, weight);
  }
  return scores;
}

function addTerm(scores: Scores, postings: Postings, term: string, weight: number): void {
  for (const read of postings.of(term)) scores.add(read, weight);
}
