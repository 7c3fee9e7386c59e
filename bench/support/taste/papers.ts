import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOaiRecord } from '@/lib/ingest/oai-raw';
import type { PaperText } from '@/lib/taste/types';

/** A paper of a recorded list; `at` is when it was listed (ms). */
export type DatedPaper = PaperText & { at: number; upvotes: number };

type Daily = {
  paper: {
    id: string;
    title: string;
    summary: string;
    upvotes: number;
    authors: { name: string }[];
  };
};

/**
 * Reads the daily lists of a folder, each paper on its first day only; the lists have no topics.
 */
export function readDays(folder: string): DatedPaper[] {
  const found = new Map<string, DatedPaper>();
  for (const file of readdirSync(folder).sort()) {
    const at = Date.parse(`${file.slice(0, 10)}T00:00:00Z`);
    for (const { paper } of JSON.parse(readFileSync(join(folder, file), 'utf8')) as Daily[]) {
      if (found.has(paper.id)) continue;
      const { title, summary: text, upvotes } = paper;
      const authors = paper.authors.map(({ name }) => name);
      found.set(paper.id, { id: found.size + 1, title, text, authors, topics: [], at, upvotes });
    }
  }
  return [...found.values()];
}

/** Reads records of harvested pages (OAI-PMH, arXivRaw), dated by their first version. */
export function readHarvest(folder: string): DatedPaper[] {
  const papers: DatedPaper[] = [];
  for (const file of readdirSync(folder).sort()) {
    const page = readFileSync(join(folder, file), 'utf8');
    for (const [xml] of page.matchAll(/<record>[\s\S]*?<\/record>/g)) {
      const read = parseOaiRecord(xml);
      if (!read.ok) continue;
      const { title, abstract, authors, categories, publishedAt } = read.record;
      papers.push({
        id: papers.length + 1,
        title,
        text: abstract,
        authors,
        topics: categories,
        at: Date.parse(publishedAt),
        upvotes: 0,
      });
    }
  }
  return papers;
}
