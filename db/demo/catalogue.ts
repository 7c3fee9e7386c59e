import { readFileSync } from 'node:fs';
import { z } from 'zod';

const paper = z.strictObject({
  /** The arXiv identifier, new or old style. */
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()).min(1),
  /** Day of the first version. */
  published: z.iso.date(),
  categories: z.array(z.string()).default([]),
  organization: z.string().optional(),
  code: z.url().optional(),
  project: z.url().optional(),
  /** Written for the demo; abstracts come with an import. */
  summary: z.string().max(400),
});

export type DemoPaper = z.infer<typeof paper>;

/** Reads the demo's papers, all of which are real: one JSON object per line. */
export function readCatalogue(): DemoPaper[] {
  return readFileSync('db/demo/papers.jsonl', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => paper.parse(JSON.parse(line)));
}
