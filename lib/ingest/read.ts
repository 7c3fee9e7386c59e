import { ATOM_ENTRY, parseAtomEntry } from './arxiv-atom';
import { detectFormat, ENOUGH, type Format, isRecordedResponse } from './detect';
import { parseJsonPaper } from './json-lines';
import { listElements } from './json-list';
import { isNestedDeeply, scalarsOf } from './nesting';
import { OAI_RECORD, parseOaiRecord } from './oai-raw';
import { BrokenRecord } from './record';
import { repairLatin1 } from './text';
import type { Parsed } from './types';
import { cutElements, parseXml, refuseDoctype } from './xml';

/** Maximum characters of a record, and of a file that is one JSON value. */
const LONGEST_RECORD = 8 * 2 ** 20;
const LONGEST_VALUE = 128 * 2 ** 20;

/** A file that cannot be read as a whole, with a message for the user. */
export class UnreadableFile extends Error {}

/** `onRest` receives the XML around the records, which may have a resumption token. */
export type Options = { onRest?: (rest: string) => void };

/**
 * Reads records of any known format from pieces of text, with at most one record (or one JSON
 * value) in memory. Yields a broken record as refused and continues.
 */
export async function* readRecords(
  pieces: AsyncIterable<string>,
  options: Options = {},
): AsyncGenerator<Parsed> {
  const iterator = pieces[Symbol.asyncIterator]();
  let start = '';
  for (let piece = await iterator.next(); !piece.done; piece = await iterator.next()) {
    start += piece.value;
    if (start.length >= ENOUGH) break;
  }
  const format = detectFormat(start);
  if (!format) throw new UnreadableFile('not a format that can be imported');
  yield* readFormat(format, resumed(start, iterator), options);
}

async function* resumed(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start.replace(/^\ufeff/, '');
  for (let piece = await rest.next(); !piece.done; piece = await rest.next()) yield piece.value;
}

async function* readFormat(
  format: Format,
  pieces: AsyncIterable<string>,
  options: Options,
): AsyncGenerator<Parsed> {
  if (format === 'empty') return;
  if (format === 'oai') yield* readXml(pieces, OAI_RECORD, parseOaiRecord, options);
  else if (format === 'atom') yield* readXml(pieces, ATOM_ENTRY, parseAtomEntry, options);
  else if (format === 'json-lines') yield* readLines(pieces);
  else yield* readValue(await whole(pieces));
}

async function* readXml(
  pieces: AsyncIterable<string>,
  element: string,
  parse: (xml: string) => Parsed,
  { onRest }: Options,
): AsyncGenerator<Parsed> {
  let open = '';
  let rest = '';
  for await (const piece of pieces) {
    // An element's name may be cut between two pieces, so a short tail is kept for the next one.
    const cut = cutElements(open + piece, element);
    const tail = cut.open || cut.rest.slice(cut.rest.lastIndexOf('<'));
    open = cut.open || (tail.length < 40 && tail.startsWith('<') ? tail : '');
    rest += cut.open || !open ? cut.rest : cut.rest.slice(0, -open.length);
    if (open.length > LONGEST_RECORD) throw new UnreadableFile('a record without an end');
    if (rest.length > LONGEST_RECORD) throw new UnreadableFile('XML without records');
    for (const xml of cut.elements) yield parse(xml);
  }
  refuse(() => refuseDoctype(rest));
  if (open.startsWith(`<${element}`)) {
    yield { ok: false, id: null, reason: 'cut off', record: open };
    return;
  }
  const around = rest + open;
  refuse(() => parseXml(around));
  onRest?.(around);
}

function refuse(check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (error instanceof BrokenRecord) throw new UnreadableFile(error.message);
    throw error;
  }
}

async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let rest = '';
  for await (const piece of ended(pieces)) {
    const isEnd = piece === END;
    const lines = (rest + (piece === END ? '\n' : piece)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_RECORD) throw new UnreadableFile('a line without an end');
    for (const line of lines) {
      const read = lineValue(line, isEnd ? 'cut off' : 'not JSON');
      if (!read) continue;
      if ('ok' in read) yield read;
      else yield* readOne(read.value);
    }
  }
}

const END = Symbol('end');

async function* ended(pieces: AsyncIterable<string>): AsyncGenerator<string | typeof END> {
  yield* pieces;
  yield END;
}

/** Returns the value on a line; undefined for an empty one. */
function lineValue(line: string, reason: string): { value: unknown } | Parsed | undefined {
  if (line.trim() === '') return undefined;
  try {
    return { value: JSON.parse(line) };
  } catch {
    return { ok: false, id: null, reason, record: line.slice(0, 10_000) };
  }
}

async function* readValue(text: string): AsyncGenerator<Parsed> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    yield* readBrokenList(text);
    return;
  }
  for (const one of Array.isArray(value) ? value : [value]) yield* readOne(one);
}

/** Yields what is whole in a list that is cut off or broken somewhere. */
async function* readBrokenList(text: string): AsyncGenerator<Parsed> {
  const elements = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('[')
    ? [...listElements(text)]
    : [];
  if (!elements.some((one) => 'value' in one)) throw new UnreadableFile('broken JSON');
  for (const one of elements) {
    if ('value' in one) yield* readOne(one.value);
    else
      yield { ok: false, id: null, reason: one.cut ? 'cut off' : 'not JSON', record: one.broken };
  }
}

/** Returns a paper, or the papers in a recorded response. */
function readOne(value: unknown): Iterable<Parsed> | AsyncIterable<Parsed> {
  if (isNestedDeeply(value)) {
    const record = scalarsOf(value);
    const id = typeof record.id === 'string' ? record.id : null;
    return [{ ok: false, id, reason: 'nested too deeply', record }];
  }
  if (isOtherLine(value)) return [];
  return isRecordedResponse(value) ? readAnswer(value.body) : [parseJsonPaper(value)];
}

/** Yields the papers of a recorded response; an unreadable one is a single broken record. */
async function* readAnswer(body: string): AsyncGenerator<Parsed> {
  try {
    yield* readRecords(once(repairLatin1(body)));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { ok: false, id: null, reason: error.message, record: body.slice(0, 10_000) };
  }
}

/** Returns whether a line of a dump (lib/dump) contains no paper: papers are of type `paper`. */
function isOtherLine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const type: unknown = Reflect.get(value, 'type');
  return typeof type === 'string' && DUMP_LINES.has(type);
}

const DUMP_LINES = new Set(
  `dump picture reader organization repository redirect moderation correction badges comment upvote
  collection end`.split(/\s+/),
);

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > LONGEST_VALUE) throw new UnreadableFile('too large for one JSON value');
  }
  return text;
}
