import { sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { users } from '../schema';
import { bannedNow } from './bans';

/** Name matches considered before those with the most papers are chosen. */
const NAMES = 40;

/** Authors with a word of their name starting with each prefix, most papers first. */
export async function listAuthorsBeginning(
  words: string[],
  limit: number,
  on: Executor,
): Promise<string[]> {
  if (words.length === 0 || words.length > 4) return [];
  const wanted = words.map((word) => `${word}:*`).join(' & ');
  const rows = await on.execute<{ name: string }>(sql`
    select n.name from (
      select name from search_authors
      where to_tsvector('simple', words) @@ to_tsquery('simple', ${wanted}) limit ${NAMES}
    ) n
    cross join lateral (
      select count(*) as papers from (
        select from paper_authors a where lower(a.name) = lower(n.name) limit 100
      ) theirs
    ) c
    where c.papers > 0
    order by c.papers desc, n.name limit ${limit}`);
  return rows.map((row) => row.name);
}

const pattern = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Organizations with a word of their name starting with this prefix. */
export async function listOrganizationsBeginning(
  text: string,
  limit: number,
  on: Executor,
): Promise<{ slug: string; name: string }[]> {
  const begins = `${pattern(text)}%`;
  return on.execute<{ slug: string; name: string }>(sql`
    select slug, name from organizations
    where lower(name) like ${begins} or lower(name) like ${`% ${begins}`} or lower(slug) like ${begins}
    order by lower(name) limit ${limit}`);
}

/** Users whose handle or a word of whose name starts with this prefix; skips banned ones. */
export async function listReadersBeginning(
  text: string,
  limit: number,
  on: Executor,
): Promise<{ handle: string; name: string | null }[]> {
  const begins = `${pattern(text.toLowerCase())}%`;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || words.length > 4) return [];
  const named = words.map((word) => `${word}:*`).join(' & ');
  const shown = sql`${users.handle} is not null and not ${bannedNow()}`;
  return on.execute<{ handle: string; name: string | null }>(sql`
    select handle, name from (
      (select handle, name from users
        where lower(handle) like ${begins} and ${shown} order by lower(handle) limit ${limit})
      union
      (select handle, name from users
        where to_tsvector('simple', coalesce(name, '')) @@ to_tsquery('simple', ${named})
          and ${shown} limit ${NAMES})
    ) found
    order by lower(handle) not like ${begins}, lower(handle) limit ${limit}`);
}

/** Slugs and titles in the order of the ids. */
export async function listTitles(
  ids: number[],
  on: Executor,
): Promise<{ slug: string; title: string }[]> {
  if (ids.length === 0) return [];
  return on.execute<{ slug: string; title: string }>(sql`
    select p.slug, p.title from unnest(${`{${ids.join(',')}}`}::bigint[]) with ordinality as w (id, place)
    join papers p on p.id = w.id where p.removed_at is null order by w.place`);
}
