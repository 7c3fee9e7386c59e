import { listApiPapers, listPaperVersions, type PaperVersion } from '@/db/queries/api-papers';
import { rememberedAll } from '@/lib/base/remembered';
import { markedStems, type Stemmed, stemmed, UNSTEMMED } from '@/lib/search/stemmed';
import { hashOf } from './operation';
import { submitter, toItem } from './papers';
import type { SearchItem } from './schema';

/** A result of searches, with everything that does not depend on the query. */
export type FoundPaper = {
  id: number;
  /** Its fields as JSON, without the closing brace. */
  json: string;
  /** Changes with its fields. */
  hash: string;
  title: Stemmed;
  summary: Stemmed;
};

/** Bytes of results that are kept in memory, besides their texts (lib/search/stemmed). */
const MOST = 16_000_000;
/**
 * Milliseconds until a result is read again although its row has not changed: what it shows of
 * other rows invalidates it, so this is for what a job changes without saying so.
 */
const LIFE = 30_000;

/**
 * Returns papers by id, with their counts of the last seconds. Serializing a page of results and
 * reading its words costs more than the search itself, and results recur: after some seconds only
 * the version of a paper's row is asked for, which each vote and comment changes.
 */
export async function listFoundPapers(ids: number[]): Promise<Map<number, FoundPaper>> {
  const versions = await rememberedAll('version of a paper', ids.map(String), async (unknown) => {
    const rows = await listPaperVersions(unknown.map(Number));
    return new Map(rows.map((row) => [String(row.id), row]));
  });
  const keys = [...versions.values()].map(keyOf);
  const found = await rememberedAll('found paper', keys, readPapers, {
    size: { most: MOST, of: ({ json }) => json.length + 400 },
    life: LIFE,
  });
  return new Map([...found.values()].map((paper) => [paper.id, paper]));
}

const keyOf = ({ id, version }: PaperVersion): string => `${id} ${version}`;

/**
 * Reads papers by key. A row that has changed since its version was read is kept by both; one that a
 * replica returns as it was before, only by its own.
 */
async function readPapers(keys: string[]): Promise<Map<string, FoundPaper>> {
  const asked = new Map(keys.map((key) => [Number.parseInt(key, 10), key]));
  const rows = await listApiPapers([...asked.keys()]);
  const texts = await stemmed(rows.flatMap(({ title, abstract }) => [title, abstract]));
  return new Map(
    rows.flatMap((row, at) => {
      const item: Omit<SearchItem, 'matchesAllWords' | 'highlightedTitle' | 'highlightedSummary'> =
        {
          ...toItem(row),
          ...(row.feedDay !== null && { submittedBy: submitter(row) }),
          upvoted: false,
        };
      const [title = UNSTEMMED, summary = UNSTEMMED] = texts.slice(2 * at, 2 * at + 2);
      const json = JSON.stringify(item).slice(0, -1);
      const paper = { id: row.id, json, hash: hashOf(json), title, summary };
      const key = asked.get(row.id) ?? '';
      return [keyOf(row), ...(isLater(keyOf(row), key) ? [key] : [])].map(
        (by) => [by, paper] as const,
      );
    }),
  );
}

/** Whether one key's transaction is not before another's; their numbers wrap at 32 bits. */
const isLater = (key: string, than: string): boolean => {
  const [own = 0, other = 0] = [key, than].map((one) => Number(one.split(' ')[1]));
  return ((own - other) | 0) >= 0;
};

/** Returns a result's JSON, with the words marked that have one of these stems. */
export function itemOf(
  { json, title, summary }: FoundPaper,
  stems: ReadonlySet<string>,
  matchesAllWords: boolean,
): string {
  const marked = (text: Stemmed) => `[${markedStems(text, stems, partOf).join(',')}]`;
  return `${json},"matchesAllWords":${matchesAllWords},"highlightedTitle":${marked(title)},"highlightedSummary":${marked(summary)}}`;
}

const partOf = (escaped: string, isMarked: boolean): string =>
  `{"type":"${isMarked ? 'highlight' : 'text'}","text":"${escaped}"}`;
