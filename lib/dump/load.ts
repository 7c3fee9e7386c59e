import { RestoreRefused, refuseUsedDatabase } from '@/db/backup/restoring';
import { connect, type Transaction } from '@/db/client';
import { doUnnamed, finishLoad, insertStandIns, refuseUnnamed } from '@/db/queries/load/finish';
import { createUnnamed, listKnown, type Reference } from '@/db/queries/load/rows';
import { checkInvariants } from '@/lib/invariants/service';
import { type DumpLine, type Head, readDump, refuseLine } from './lines';
import { readOwners } from './owners';
import { DumpRefused } from './types';

/** Lines, and characters of them, that are written by one statement. */
const BATCH = { lines: 500, characters: 4_000_000 };

export type Loaded = { head: Head; counts: Record<string, number> };
type Options = {
  /** Whether moderators and administrators keep their role. */
  keepRoles?: boolean;
  /** Ends the load, as if it had not been. */
  signal?: AbortSignal;
  /** A file of `writeOwners`, whose users take their accounts back by mail. */
  owners?: string;
};

/** Reads a dump from its first to its last line. Throws DumpRefused with the line that is wrong. */
export async function checkDump(file: string): Promise<Head> {
  let head: Head | undefined;
  for await (const _ of readDump(file, (found) => (head = found)));
  if (!head) throw new DumpRefused('The file is empty.');
  return head;
}

/**
 * Loads a dump into the empty database at `url`, in one transaction: all of it or nothing. The
 * invariants are checked before it ends. Throws DumpRefused, also for a database in use.
 */
export async function loadDump(url: string, file: string, options: Options = {}): Promise<Loaded> {
  const { db, sql } = connect(url);
  try {
    await refuseUsedDatabase(sql);
    return await db.transaction((tx) => loadInto(tx, file, options));
  } catch (error) {
    if (error instanceof RestoreRefused) throw new DumpRefused(error.message);
    // Lines that are right by themselves, such as scores out of all bounds.
    if (isOfRow(error)) throw new DumpRefused('The dump contradicts itself.');
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function loadInto(tx: Transaction, file: string, options: Options): Promise<Loaded> {
  const loaded: Partial<Loaded> & Pick<Loaded, 'counts'> = { counts: {} };
  await createUnnamed(tx);
  const lines = readDump(file, (head) => (loaded.head = head));
  for await (const batch of batches(lines)) {
    options.signal?.throwIfAborted();
    const [{ kind }] = batch;
    loaded.counts[kind.type] = (loaded.counts[kind.type] ?? 0) + batch.length;
    await write(tx, batch, loaded.head?.at ?? '', options);
  }
  if (!loaded.head) throw new DumpRefused('The file is empty.');
  const refusal = await refuseUnnamed(tx);
  if (refusal) throw new DumpRefused(refusal);
  await insertStandIns(tx);
  await doUnnamed(tx);
  await finishLoad(tx);
  if (options.owners) await readOwners(tx, options.owners);
  await refuseViolations(tx);
  return { ...loaded, head: loaded.head };
}

type Batch = [DumpLine, ...DumpLine[]];

/** Groups successive lines of one type. */
async function* batches(lines: AsyncIterable<DumpLine>): AsyncGenerator<Batch> {
  let batch: DumpLine[] = [];
  let characters = 0;
  for await (const line of lines) {
    const full = batch.length >= BATCH.lines || characters + line.size > BATCH.characters;
    if (batch.length > 0 && (full || batch[0]?.kind !== line.kind)) {
      yield batch as Batch;
      batch = [];
      characters = 0;
    }
    batch.push(line);
    characters += line.size;
  }
  if (batch.length > 0) yield batch as Batch;
}

async function write(tx: Transaction, batch: Batch, at: string, options: Options): Promise<void> {
  await refuseUnknown(tx, batch);
  const [{ kind }] = batch;
  const rows = batch.map(({ row }) => (options.keepRoles ? row : withoutRole(row)));
  try {
    await tx.transaction((inner) => kind.load(inner, rows, at));
  } catch (error) {
    if (!isOfRow(error)) throw error;
    await refuseOne(tx, batch, at);
    throw error;
  }
}

/** A role is given by the host of this site; who made a dump could have given it to anybody. */
const withoutRole = (row: Record<string, unknown>) =>
  row.role === 'moderator' || row.role === 'admin' ? { ...row, role: 'member' } : row;

/** Whether Postgres refused a value or a row: data exceptions and violated constraints. */
const isOfRow = (error: unknown): boolean => /^2[23]/.test(codeOf(error));

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause ? codeOf(cause) : '';
}

/** Writes the lines of a refused batch singly, to say which one it was. */
async function refuseOne(tx: Transaction, batch: Batch, at: string): Promise<void> {
  for (const { number, kind, row } of batch) {
    try {
      await tx.transaction((inner) => kind.load(inner, [row], at));
    } catch (error) {
      if (!isOfRow(error)) throw error;
      const twice = codeOf(error) === '23505';
      throw refuseLine(
        number,
        twice ? `this ${kind.type} is there already.` : `this ${kind.type} contradicts itself.`,
      );
    }
  }
}

/** Refuses lines with a reference to a missing line. */
async function refuseUnknown(tx: Transaction, batch: Batch): Promise<void> {
  const asked = new Map<Reference, Set<string>>();
  for (const { kind, row } of batch) {
    for (const [reference, key] of kind.refersTo(row)) {
      if (key === null || key === undefined) continue;
      asked.set(reference, (asked.get(reference) ?? new Set()).add(String(key)));
    }
  }
  const known = new Map<Reference, Set<string>>();
  for (const [reference, keys] of asked) {
    const there = await listKnown(tx, reference, [...keys]);
    known.set(reference, new Set([...there].map(folded)));
  }
  for (const { number, kind, row } of batch) {
    for (const [reference, key] of kind.refersTo(row)) {
      if (key === null || key === undefined || known.get(reference)?.has(folded(key))) continue;
      throw refuseLine(number, `no line before it has the ${reference} ${key}.`);
    }
    // A comment may reply to one of its own batch.
    if (kind.type === 'comment') known.get('comment')?.add(folded(row.id));
  }
}

/** Handles and slugs of organizations are the same in any case. */
const folded = (key: unknown): string => String(key).toLowerCase();

async function refuseViolations(tx: Transaction): Promise<void> {
  const broken: string[] = [];
  for await (const { invariant, violations, examples } of checkInvariants(tx)) {
    if (violations > 0) broken.push(`${violations}  ${invariant} (${examples.join(', ')})`);
  }
  if (broken.length > 0) {
    throw new DumpRefused(['The dump contradicts itself:', ...broken].join('\n'));
  }
}
