import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { idsOf } from './staging';

/** The source's own text if a submitter has replaced it. */
const ownText = (field: 'title' | 'abstract'): SQL => {
  const column = sql.identifier(field);
  return sql`case when ${field} = any(p.corrected) then coalesce((
    select c.before from paper_corrections c where c.paper_id = p.id and c.field = ${field}
    order by c.id desc limit 1), p.${column}) else p.${column} end`;
};

/** Stores the current text of papers with a newer version before it is replaced. */
export async function keepReplacedTexts(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into paper_versions as v (paper_id, version, released_at, title, abstract)
    select p.id, p.version, coalesce(p.revised_at, p.published_at),
      ${ownText('title')}, ${ownText('abstract')}
    from present x join papers p on p.id = x.id join staged s on s.position = x.position
    where p.version > 0 and s.version > p.version
    order by p.id
    on conflict (paper_id, version) do update
      set title = excluded.title, abstract = excluded.abstract
      where v.title is null`);
}

/** Stores version dates as far as the records have them; returns the changed papers. */
export async function writeVersions(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    insert into paper_versions as v (paper_id, version, released_at)
    select p.id, told.version, told.released_at
    from staged s join papers p on p.source = s.source and p.external_id = s."externalId"
    cross join unnest(s.version_numbers, s.version_times) as told (version, released_at)
    where s.version_numbers is not null
    order by p.id, told.version
    on conflict (paper_id, version) do update set released_at = excluded.released_at
      where v.released_at <> excluded.released_at
    returning v.paper_id as id`);
  return [...new Set(idsOf(rows))];
}
