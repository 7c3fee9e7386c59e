import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Collection = {
  documents: { id: string; title: string; text: string }[];
  queries: { id: string; text: string }[];
  /** Grades above 0 by query and document. */
  judged: Map<string, Map<string, number>>;
};

const lines = (folder: string, file: string) =>
  readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);

/**
 * Reads corpus.jsonl, queries.jsonl and qrels.tsv (query, document, grade; or TREC's four columns).
 */
export function readCollection(folder: string): Collection {
  const judged: Collection['judged'] = new Map();
  for (const line of lines(folder, 'qrels.tsv')) {
    const cells = line.trim().split(/\s+/);
    const [query = '', document = '', grade = ''] =
      cells.length > 3 ? [cells[0], cells[2], cells[3]] : cells;
    // Also skips a header row.
    if (!(Number(grade) > 0)) continue;
    const grades = judged.get(query) ?? new Map<string, number>();
    judged.set(query, grades.set(document, Number(grade)));
  }
  const read = (file: string) =>
    lines(folder, file).map((line) => {
      const row = JSON.parse(line) as Record<string, string | number | undefined>;
      const field = (name: string) => String(row[name] ?? '');
      return { id: field('id') || field('_id'), title: field('title'), text: field('text') };
    });
  return { documents: read('corpus.jsonl'), queries: read('queries.jsonl'), judged };
}
