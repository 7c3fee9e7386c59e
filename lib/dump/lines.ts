import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { isNestedDeeply } from '@/lib/ingest/nesting';
import { KINDS, type Kind } from './kinds';
import * as field from './shapes/fields';
import { DumpRefused, FORMAT } from './types';

/** Bytes of one line: a paper with 20,000 authors has 2 MB. */
const LONGEST_LINE = 16_000_000;
/** How much smaller than its text a file may be, beyond the first bytes: text packs 30-fold. */
const MOST_PACKED = 200;
const FREELY = 32_000_000;

const headShape = z.object({
  type: z.literal('dump'),
  format: z.int(),
  site: field.address,
  at: z.iso.datetime(),
});
const endShape = z.object({ type: z.literal('end'), counts: z.record(z.string(), z.int()) });

export type Head = z.output<typeof headShape>;
/** A checked line; `number` counts from 1, `size` is in characters. */
export type DumpLine = {
  number: number;
  size: number;
  kind: Kind;
  row: Record<string, unknown>;
};

/** A refusal that names the line. */
export const refuseLine = (number: number, why: string): DumpRefused =>
  new DumpRefused(`Line ${number}: ${why}`);

/**
 * Yields the lines of a dump between the first and the last, checked: each has a known type and
 * shape, the types come in the order of KINDS, and nothing is missing. Throws DumpRefused.
 */
export async function* readDump(
  file: string,
  onHead: (head: Head) => void = () => {},
): AsyncGenerator<DumpLine> {
  const counts = Object.fromEntries(KINDS.map(({ type }) => [type, 0]));
  let place = 0;
  let last = 0;
  let ended = false;
  for await (const { number, text } of textLines(file)) {
    last = number;
    if (ended) throw refuseLine(number, 'it comes after the end of the dump.');
    const value = parsed(number, text);
    const type = Reflect.get(value, 'type');
    if (number === 1) {
      onHead(headOf(value));
    } else if (type === 'end') {
      refuseOtherCounts(number, value, counts);
      ended = true;
    } else {
      const found = KINDS.findIndex((kind) => kind.type === type);
      const kind = KINDS[found];
      if (!kind) throw refuseLine(number, `there is no type “${String(type).slice(0, 40)}”.`);
      if (found < place)
        throw refuseLine(number, `a ${type} comes before a ${KINDS[place]?.type}.`);
      place = found;
      counts[kind.type] = (counts[kind.type] ?? 0) + 1;
      yield { number, size: text.length, kind, row: rowOf(number, kind, value) };
    }
  }
  if (last === 0) throw new DumpRefused('The file is empty.');
  if (!ended) throw new DumpRefused(`The dump is cut off after line ${last}.`);
}

function parsed(number: number, text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !isNestedDeeply(value)) return value;
  } catch {
    // Says the same.
  }
  throw number === 1 ? FOREIGN() : refuseLine(number, 'it is not a JSON object, or it is cut off.');
}

const FOREIGN = () => refuseLine(1, 'this is not a dump of Papertide.');

function headOf(value: object): Head {
  const head = headShape.safeParse(value).data;
  if (!head) throw FOREIGN();
  if (head.format > FORMAT) {
    throw refuseLine(1, `the dump has format ${head.format}. Load it with a later Papertide.`);
  }
  if (head.format < FORMAT) {
    throw refuseLine(
      1,
      `the dump has format ${head.format}, which is not complete. npm run import takes its papers.`,
    );
  }
  return head;
}

function refuseOtherCounts(number: number, value: object, counts: Record<string, number>): void {
  const end = endShape.safeParse(value).data;
  for (const [type, lines] of Object.entries(counts)) {
    if (end?.counts[type] === lines) continue;
    throw refuseLine(number, `there are ${lines} lines of ${type}, not ${end?.counts[type]}.`);
  }
}

function rowOf(number: number, kind: Kind, value: object): Record<string, unknown> {
  const { type, ...fields } = value as Record<string, unknown>;
  const read = kind.shape.safeParse(fields);
  if (read.success) return read.data as Record<string, unknown>;
  const [issue] = read.error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')} of the ${type}: ` : `the ${type}: `;
  throw refuseLine(number, `${where}${issue?.message ?? 'is wrong'}`);
}

/** Yields the lines of a file, gzipped or not, in bounded memory. */
async function* textLines(file: string): AsyncGenerator<{ number: number; text: string }> {
  const packed = await isGzip(file);
  const most = FREELY + MOST_PACKED * (await stat(file)).size;
  const bytes = packed ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);
  let kept: Buffer[] = [];
  let length = 0;
  let total = 0;
  let number = 0;
  const take = () => {
    number++;
    const text = decoded(number, Buffer.concat(kept));
    kept = [];
    length = 0;
    return { number, text };
  };
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      total += piece.length;
      if (packed && total > most) throw new DumpRefused('The file is packed too densely for text.');
      let from = 0;
      for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
        kept.push(piece.subarray(from, end));
        from = end + 1;
        yield take();
      }
      kept.push(piece.subarray(from));
      length += piece.length - from;
      if (length > LONGEST_LINE) throw refuseLine(number + 1, 'it is too long.');
    }
    if (length > 0) yield take();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new DumpRefused(`The dump is cut off after line ${number}.`);
    if (code?.startsWith('Z_')) throw new DumpRefused(`The file is damaged after line ${number}.`);
    throw error;
  } finally {
    bytes.destroy();
  }
}

function decoded(number: number, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw number === 1 ? FOREIGN() : refuseLine(number, 'it is not UTF-8.');
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
