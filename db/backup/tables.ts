import type postgres from 'postgres';

/** A transaction that tables are read or written in. */
export type CopyTransaction = postgres.TransactionSql;
/** A schema-qualified table with its stored columns, in order. */
export type Table = { name: string; columns: string[] };
export type Sequence = { name: string; last: string };

/**
 * Next to our own tables those of the job runner that hold work; its code is made by itself. Not the
 * counters of networks, which are not kept for more than two hours.
 */
const OURS = `(n.nspname = 'public' or n.nspname = 'graphile_worker' and c.relname ~ '^_private_')
  and c.relkind = 'r' and c.relname <> 'view_slots'`;

/** Lists the tables of a site, without columns that the database computes. */
export async function listTables(on: postgres.ISql): Promise<Table[]> {
  const rows = await on.unsafe(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
    where ${OURS} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by 1 order by 1`);
  return rows.map(({ name, columns }) => ({ name, columns }));
}

/** Lists the sequences that have been used, with their last values. */
export async function listSequences(on: postgres.ISql): Promise<Sequence[]> {
  const rows = await on.unsafe(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where last_value is not null and schemaname in ('public', 'graphile_worker')
    order by 1`);
  return rows.map(({ name, last }) => ({ name, last }));
}

/** Returns the hashes of all pictures. */
export async function listPictures(on: postgres.ISql): Promise<string[]> {
  const rows = await on.unsafe<{ hash: string }[]>('select hash from pictures order by hash');
  return rows.map(({ hash }) => hash);
}

/** Returns the number of rows of a table. */
export async function countRows(on: postgres.ISql, { name }: Table): Promise<number> {
  const [row] = await on.unsafe(`select count(*)::text as rows from ${name}`);
  return Number(row?.rows);
}

/** Returns the time (ms) of the last migration of the database, 0 for none. */
export async function lastMigration(on: postgres.ISql): Promise<number> {
  const [row] = await on.unsafe(
    'select max(created_at)::text at from drizzle.__drizzle_migrations',
  );
  return Number(row?.at ?? 0);
}

const copied = ({ name, columns }: Table) => `${name} (${columns.join(', ')})`;

/** Reads a table in the text form of COPY, which every version of Postgres understands. */
export async function* copyOut(on: postgres.ISql, table: Table): AsyncGenerator<Buffer> {
  const rows = await on.unsafe(`copy ${copied(table)} to stdout`).readable();
  for await (const piece of rows) yield piece;
  // postgres 3.4.9 pauses its socket while much is buffered, and resumes it only to read on: after
  // the last piece nobody would, and the next query would wait for ever.
  rows._read(0);
}

/** Writes rows that `copyOut` has read. */
export const copyIn = (on: postgres.ISql, table: Table) =>
  on.unsafe(`copy ${copied(table)} from stdin`).writable();
