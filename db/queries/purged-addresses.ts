import { sql } from 'drizzle-orm';
import { db } from '../client';

/** Subjects of purged pages, by what their tags name. */
export type Purged = { papers: number[]; organizations: number[]; users: string[] };

const listed = (values: (number | string)[]) => `{${values.join(',')}}`;

/** Returns the slugs of these papers and organizations, and the handles of these users. */
export async function listPurgedNames({ papers, organizations, users }: Purged): Promise<{
  papers: string[];
  organizations: string[];
  handles: string[];
}> {
  const rows = await db().execute<{ kind: string; name: string }>(sql`
    select 'paper' as kind, slug as name from papers where id = any(${listed(papers)}::bigint[])
    union all
    select 'organization', slug from organizations where id = any(${listed(organizations)}::bigint[])
    union all
    select 'user', handle from users
    where id = any(${listed(users)}::uuid[]) and handle is not null`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ name }) => name);
  return { papers: of('paper'), organizations: of('organization'), handles: of('user') };
}
