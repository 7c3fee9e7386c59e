/** Textbook BM25 over all of a document's words as one text: the baseline for our search. */
const K1 = 0.9;
const B = 0.4;

export type Stems = { id: string; stems: string[] };

export class Bm25 {
  private readonly postings = new Map<string, { at: number; often: number }[]>();
  private readonly average: number;

  constructor(private readonly documents: Stems[]) {
    let words = 0;
    documents.forEach(({ stems }, at) => {
      words += stems.length;
      const often = new Map<string, number>();
      for (const stem of stems) often.set(stem, (often.get(stem) ?? 0) + 1);
      for (const [stem, count] of often) {
        const list = this.postings.get(stem) ?? [];
        list.push({ at, often: count });
        this.postings.set(stem, list);
      }
    });
    this.average = words / documents.length;
  }

  search(stems: string[], limit: number): string[] {
    const scores = new Map<number, number>();
    const { length } = this.documents;
    for (const stem of stems) {
      const list = this.postings.get(stem) ?? [];
      const idf = Math.log(1 + (length - list.length + 0.5) / (list.length + 0.5));
      for (const { at, often } of list) {
        const share = 1 - B + (B * (this.documents[at]?.stems.length ?? 0)) / this.average;
        const gain = (idf * often * (K1 + 1)) / (often + K1 * share);
        scores.set(at, (scores.get(at) ?? 0) + gain);
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([at]) => this.documents[at]?.id ?? '');
  }
}
