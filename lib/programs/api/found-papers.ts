import { LRUCache } from 'lru-cache';
import { listApiPapers, listPaperVersions, type PaperVersion } from '@/db/queries/api-papers';
import { rememberedAll } from '@/lib/base/remembered';
import { markStems, type Stemmed, stemmed, UNSTEMMED } from '@/lib/search/stemmed';
import { type Deflated, deflated, GzipWriter, phrases } from '@/lib/web/stored/gzip-writer';
import { hashOf } from './operation';
import { submitter, toItem } from './papers';
import type { SearchItem } from './schema';

/** A result of searches, with everything that does not depend on the query. */
export type FoundPaper = {
  id: number;
  /** Its fields as JSON, without the closing brace. */
  json: Deflated;
  /** Changes with its fields. */
  hash: string;
  title: Marked;
  summary: Marked;
};

/** A text whose words are marked; `at` is its place in the JSON, or -1. */
type Marked = Stemmed & { at: number };

/** A paper as a result of one search. */
export type Result = { paper: FoundPaper; matchesAllWords: boolean };

/**
 * Bytes of results that are kept in memory, and again of compressed ones, most of which are the same;
 * besides their texts (lib/search/stemmed).
 */
const MOST = 12_000_000;
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
    size: { most: MOST, of: ({ json }) => sizeOf(json) },
    life: LIFE,
  });
  return new Map([...found.values()].map((paper) => [paper.id, paper]));
}

/** Bytes, with those of what holds it. */
const sizeOf = ({ bytes }: Deflated): number => bytes.length + 600;

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
      const json = bytesOf(JSON.stringify(item)).subarray(0, -1);
      const hash = hashOf(json);
      const paper = {
        id: row.id,
        json: compressed(json, hash),
        hash,
        title: { ...title, at: json.lastIndexOf(title.escaped) },
        summary: { ...summary, at: json.lastIndexOf(summary.escaped) },
      };
      const key = asked.get(row.id) ?? '';
      return [keyOf(row), ...(isLater(keyOf(row), key) ? [key] : [])].map(
        (by) => [by, paper] as const,
      );
    }),
  );
}

/** By the text alone, so a paper that is read again and has not changed is not compressed again. */
const known = new LRUCache<string, Deflated>({ maxSize: MOST, sizeCalculation: sizeOf });

function compressed(json: Buffer, hash: string): Deflated {
  const made = known.get(hash) ?? deflated(json);
  known.set(hash, made);
  return made;
}

// Used again for each paper: what is kept of it is compressed.
let scratch = Buffer.allocUnsafeSlow(64_000);

/** Returns a text's bytes, which the next call overwrites. */
function bytesOf(text: string): Buffer {
  const most = 3 * text.length;
  if (most > scratch.length) scratch = Buffer.allocUnsafeSlow(most);
  return scratch.subarray(0, scratch.write(text));
}

/** Whether one key's transaction is not before another's; their numbers wrap at 32 bits. */
const isLater = (key: string, than: string): boolean => {
  const [own = 0, other = 0] = [key, than].map((one) => Number(one.split(' ')[1]));
  return ((own - other) | 0) >= 0;
};

const SAID = phrases({
  start: '[',
  next: ',',
  end: ']',
  all: ',"matchesAllWords":true,"highlightedTitle":[',
  some: ',"matchesAllWords":false,"highlightedTitle":[',
  summary: '],"highlightedSummary":[',
  close: ']}',
  text: '{"type":"text","text":"',
  highlight: '{"type":"highlight","text":"',
  nextText: '"},{"type":"text","text":"',
  nextHighlight: '"},{"type":"highlight","text":"',
  closePart: '"}',
});

/**
 * Returns the JSON of results as gzip, with the words marked that have one of these stems. All that
 * does not depend on the query is compressed already, and marked texts refer to it.
 */
export function gzipResults(results: Result[], stems: ReadonlySet<string>): Uint8Array {
  const writer = new GzipWriter();
  results.forEach(({ paper, matchesAllWords }, at) => {
    writer.say(at === 0 ? SAID.start : SAID.next);
    const place = writer.add(paper.json);
    writer.say(matchesAllWords ? SAID.all : SAID.some);
    mark(writer, paper.title, place, stems);
    writer.say(SAID.summary);
    mark(writer, paper.summary, place, stems);
    writer.say(SAID.close);
  });
  writer.say(SAID.end);
  return writer.end();
}

function mark(writer: GzipWriter, text: Marked, place: number, stems: ReadonlySet<string>): void {
  const from = text.at === -1 ? -1 : place + text.at;
  let isFirst = true;
  markStems(text, stems, (start, end, isMarked) => {
    if (isFirst) writer.say(isMarked ? SAID.highlight : SAID.text);
    else writer.say(isMarked ? SAID.nextHighlight : SAID.nextText);
    writer.copy(text.escaped, start, end, from);
    isFirst = false;
  });
  if (!isFirst) writer.say(SAID.closePart);
}
