import { listApiPapers } from '@/db/queries/api-papers';
import { rememberedAll } from '@/lib/base/remembered';
import { markedStems, type Stemmed, stemmed, UNSTEMMED } from '@/lib/search/stemmed';
import { hashOf } from './operation';
import { submitter, toItem } from './papers';
import type { SearchItem } from './schema';

/** A result of searches, with everything that does not depend on the query. */
export type FoundPaper = {
  /** Its fields as JSON, without the closing brace. */
  json: string;
  /** Changes with its fields. */
  hash: string;
  title: Stemmed;
  summary: Stemmed;
};

/** Bytes of results that are kept in memory. */
const MOST = 16_000_000;
/** Bytes of a word's place and of the pointer to its stems. */
const WORD = 16;

const sizeOf = ({ json, title, summary }: FoundPaper): number =>
  json.length +
  [title, summary].reduce(
    (sum, { escaped, stems }) => sum + escaped.length + WORD * stems.length,
    200,
  );

/**
 * Returns papers by id, with their counts of the last seconds. Serializing a page of results and
 * reading its words costs more than the search itself, and results recur.
 */
export async function listFoundPapers(ids: number[]): Promise<Map<number, FoundPaper>> {
  const found = await rememberedAll('found paper', ids.map(String), readPapers, {
    size: { most: MOST, of: sizeOf },
  });
  return new Map([...found].map(([id, paper]) => [Number(id), paper]));
}

async function readPapers(ids: string[]): Promise<Map<string, FoundPaper>> {
  const rows = await listApiPapers(ids.map(Number));
  const texts = await stemmed(rows.flatMap(({ title, abstract }) => [title, abstract]));
  return new Map(
    rows.map((row, at) => {
      const item: Omit<SearchItem, 'matchesAllWords' | 'highlightedTitle' | 'highlightedSummary'> =
        {
          ...toItem(row),
          ...(row.feedDay !== null && { submittedBy: submitter(row) }),
          upvoted: false,
        };
      const [title = UNSTEMMED, summary = UNSTEMMED] = texts.slice(2 * at, 2 * at + 2);
      const json = JSON.stringify(item).slice(0, -1);
      return [String(row.id), { json, hash: hashOf(json), title, summary }];
    }),
  );
}

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
