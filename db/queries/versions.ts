import { sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { PREPARED } from '../prepared';

export type VersionRow = {
  version: number;
  /** ISO time. */
  at: string;
  title: string | null;
  abstract: string | null;
};

/** Returns the number of known versions if there are several; 0 otherwise. */
export async function countVersions(on: Executor, paperId: number): Promise<number> {
  const [row] = await on.execute<{ versions: number }>(sql`${PREPARED}
    select count(*)::int as versions from paper_versions where paper_id = ${paperId}`);
  return row?.versions ?? 0;
}

/** A paper's known versions, first one first; the newest has the paper's own text. */
export const listVersions = (on: Executor, paperId: number): Promise<VersionRow[]> =>
  on.execute<VersionRow>(sql`
    select version, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, title, abstract
    from (
      select v.version, v.released_at as at, v.title, v.abstract
      from paper_versions v join papers p on p.id = v.paper_id
      where v.paper_id = ${paperId} and v.version < p.version
      union all
      select p.version, coalesce(v.released_at, p.revised_at, p.published_at), p.title, p.abstract
      from papers p left join paper_versions v on v.paper_id = p.id and v.version = p.version
      where p.id = ${paperId}
    ) known order by version`);
