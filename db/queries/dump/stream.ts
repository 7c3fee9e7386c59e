import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../client';

/** Rows in memory at once. */
const BATCH = 500;

export type Line = Record<string, unknown>;

/**
 * Yields the column `line` of all rows of `select`, some at a time, by a cursor: in any order, and
 * whatever their number. `select` has no parameters, which a cursor's declaration cannot take; a
 * column `more` has further fields, because a function of Postgres has at most 100 arguments.
 */
export async function* stream(tx: Transaction, select: SQL): AsyncGenerator<Line[]> {
  await tx.execute(sql`declare dump_lines no scroll cursor for ${select}`);
  for (;;) {
    const rows = await tx.execute<{ line: Line; more?: Line }>(
      sql`fetch ${sql.raw(String(BATCH))} from dump_lines`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ line, more }) => ({ ...line, ...more }));
  }
  await tx.execute(sql`close dump_lines`);
}

/** A time in UTC as ISO 8601, in microseconds like Postgres, so that it is the same when loaded. */
export const iso = (column: SQL): SQL =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The rows of a subquery with the column `line`, as a list; none is an empty list. */
export const listOf = (select: SQL): SQL =>
  sql`(select coalesce(json_agg(line), '[]') from (${select}) listed)`;

/** The handle of a user by id; null for a former user. */
export const handleOf = (id: SQL): SQL =>
  sql`(select named.handle from users named where named.id = ${id})`;
