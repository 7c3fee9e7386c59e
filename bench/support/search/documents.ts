import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Stems } from './bm25';
import type { Collection } from './collection';

const chunks = <T>(rows: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );

/** Stores the documents as harvested papers; returns their ids by the collection's names. */
export async function insertDocuments(
  { documents }: Collection,
  on: Database,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const chunk of chunks(documents, 2_000)) {
    const rows = await on.execute<{ id: number; name: string }>(sql`
      insert into papers (slug, source, external_id, title, abstract, published_at)
      select 'bench-' || d.id, 'bench', d.id, d.title, d.text, timestamptz '2020-01-01Z'
      from json_to_recordset(${JSON.stringify(chunk)}::json) as d (id text, title text, text text)
      returning papers.id::double precision as id, external_id as name`);
    for (const { id, name } of rows) ids.set(name, id);
  }
  return ids;
}

/** Returns every document's stems by the same English dictionary, without stop words. */
export async function stemsOfDocuments({ documents }: Collection, on: Database): Promise<Stems[]> {
  const all: Stems[] = [];
  for (const chunk of chunks(documents, 1_000)) {
    const texts = chunk.map(({ id, title, text }) => ({
      id,
      words: `${title} ${text}`.toLowerCase().match(/[a-z0-9]+/g) ?? [],
    }));
    const words = [...new Set(texts.flatMap((text) => text.words))];
    const rows = await on.execute<{ word: string; stems: string[] }>(sql`
      select w.word, tsvector_to_array(to_tsvector('english', w.word)) as stems
      from json_array_elements_text(${JSON.stringify(words)}::json) as w (word)`);
    const stems = new Map(rows.map((row) => [row.word, row.stems]));
    for (const text of texts) {
      all.push({ id: text.id, stems: text.words.flatMap((word) => stems.get(word) ?? []) });
    }
  }
  return all;
}
