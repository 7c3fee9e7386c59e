import { rawSql } from '../client';

type Plan = { tables: string[]; sequences: string[] };

/** The schema is the same in all databases of a run, so it is read once per file. */
const plans = new Map<string, Promise<Plan>>();

/** Finds the tables that reference these, as `truncate … cascade` does. */
async function planFor(names: string[]): Promise<Plan> {
  const sql = rawSql();
  const rows = await sql<{ name: string; sequences: string[] | null }[]>`
    with recursive reached (id) as (
      select unnest(${names}::regclass[])
      union
      select conrelid from reached join pg_constraint on confrelid = id and contype = 'f'
    )
    select id::regclass::text as name,
      (select array_agg(d.objid::regclass::text) from pg_depend d
        join pg_class s on s.oid = d.objid and s.relkind = 'S'
        where d.refobjid = id and d.deptype in ('a', 'i')) as sequences
    from reached`;
  return {
    tables: rows.map(({ name }) => name),
    sequences: rows.flatMap(({ sequences }) => sequences ?? []),
  };
}

async function empty(names: string[], restart: boolean): Promise<void> {
  const key = names.join();
  const known = plans.get(key) ?? planFor(names);
  plans.set(key, known);
  const { tables, sequences } = await known;
  const deletes = tables.map((table) => `delete from ${table}`);
  const restarts = restart ? sequences.map((name) => `select setval('${name}', 1, false)`) : [];
  await rawSql().begin(async (tx) => {
    // Skips triggers and foreign keys, as truncate does; requires a superuser.
    const [user] = await tx`
      select rolsuper as super from pg_roles where rolname = current_user`;
    const list = names.join(', ');
    await (user?.super
      ? tx.unsafe(
          ['set local session_replication_role = replica', ...deletes, ...restarts].join(';'),
        )
      : tx.unsafe(`truncate ${list} ${restart ? 'restart identity' : ''} cascade`));
  });
}

/**
 * Empties these tables and all that reference them: a faster `truncate … cascade` for tests.
 * Truncate creates new files for some 200 relations, 100 ms; deleting a few rows takes 3 ms.
 */
export const emptyTables = (...names: string[]): Promise<void> => empty(names, false);

/** Does the same and restarts the id sequences. */
export const restartTables = (...names: string[]): Promise<void> => empty(names, true);
