import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../client';

/**
 * Rows as one parameter, to be read as a table `r` of these columns; `n` is their order. No name of
 * a column comes from the rows, and only these columns are sent.
 */
export function given(rows: object[], columns: string): SQL {
  const names = namesOf(columns);
  const picked = rows.map((row, n) => ({ n, ...pick(row as Record<string, unknown>, names) }));
  return sql`json_to_recordset(${JSON.stringify(picked)}::json) as r(n int, ${sql.raw(columns)})`;
}

const pick = (row: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]]));

/** Elements of a list of `r` as a table `e`, numbered from 1 by `place`. */
export const elements = (list: string, columns: string): SQL => {
  const fields = sql.raw(columns);
  return sql`lateral (select * from rows from (
      json_to_recordset(r.${sql.identifier(list)}) as (${fields})) with ordinality) as e(
      ${sql.join(
        namesOf(columns).map((name) => sql.identifier(name)),
        sql`, `,
      )}, place)`;
};

/** Names of columns, of which `"user"` is one that SQL reserves. */
const namesOf = (columns: string): string[] =>
  columns.split(',').map((column) => (column.trim().split(' ')[0] ?? '').replaceAll('"', ''));

export const userId = (handle: string): SQL =>
  sql`(select u.id from users u where lower(u.handle) = lower(${sql.raw(handle)}))`;
export const paperId = (slug: string): SQL =>
  sql`(select p.id from papers p where p.slug = ${sql.raw(slug)})`;

/** Tables of one load: acts without names, which stand-ins do at its end. */
export async function createUnnamed(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    create temp table unnamed_acts (kind text, id bigint, detail text, acts int) on commit drop`);
}

export type Reference = 'picture' | 'reader' | 'organization' | 'paper' | 'comment' | 'log';

const KEYS: Record<Reference, SQL> = {
  picture: sql`select hash as key from pictures where hash = any(keys)`,
  reader: sql`select handle as key from users where lower(handle) = any(
    select lower(key) from unnest(keys) key)`,
  organization: sql`select slug as key from organizations where lower(slug) = any(
    select lower(key) from unnest(keys) key)`,
  paper: sql`select slug as key from papers where slug = any(keys)`,
  comment: sql`select id::text as key from comments where id = any(keys::bigint[])`,
  log: sql`select id::text as key from moderation_log where id = any(keys::bigint[])`,
};

/** Returns which of these keys there are. */
export async function listKnown(
  tx: Transaction,
  reference: Reference,
  keys: string[],
): Promise<Set<string>> {
  const rows = await tx.execute<{ key: string }>(sql`
    select found.key from (select array(
      select json_array_elements_text(${JSON.stringify(keys)}::json)) as keys) asked
    cross join lateral (${KEYS[reference]}) found`);
  return new Set(rows.map(({ key }) => key));
}
