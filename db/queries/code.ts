import { sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import type { codeRepositories } from '../schema';
import { publishPapers } from './invalidation';

export type Repository = Pick<
  typeof codeRepositories.$inferSelect,
  'repo' | 'state' | 'fullName' | 'stars' | 'etag'
>;

/** Adds repositories that listed papers name and that are not stored yet. */
export async function addRepositories(on: Executor): Promise<void> {
  await on.execute(sql`
    insert into code_repositories (repo)
    select distinct code_repo from papers p
    where trending is not null and code_url is not null and code_repo is not null
      and not exists (select from code_repositories r where r.repo = p.code_repo)
    on conflict do nothing`);
}

/** Repositories to fetch, least recently fetched first; those that are gone, once a week. */
export const listDue = (on: Executor, limit: number): Promise<Repository[]> =>
  on.execute<Repository>(sql`
    select repo, state, full_name as "fullName", stars, etag from code_repositories r
    where (checked_at is null
        or checked_at < now() - case state when 'gone' then interval '7 days' else interval '20 hours' end)
      and exists (select from papers where code_repo = r.repo and trending is not null)
    order by checked_at nulls first, repo limit ${limit}`);

/** Days over which stars a day are averaged. */
const WEEK = 8;

/**
 * Stores a repository's data of today and updates the papers that name it: their stars, and the
 * stars a day since the first count of the last eight days. Invalidates their pages; the caller
 * invalidates the feeds.
 */
export async function saveRepository(
  tx: Transaction,
  repo: string,
  { state, fullName, stars, etag }: Omit<Repository, 'repo'>,
): Promise<void> {
  await tx.execute(sql`
    update code_repositories set state = ${state}, full_name = ${fullName}, stars = ${stars},
      etag = ${etag}, checked_at = now()
    where repo = ${repo}`);
  const today = sql`(now() at time zone 'UTC')::date`;
  if (state === 'found' && stars !== null) {
    await tx.execute(sql`
      insert into code_stars (repo, day, stars) values (${repo}, ${today}, ${stars})
      on conflict (repo, day) do update set stars = excluded.stars`);
  }
  const [momentum] = await tx.execute<{ daily: number | null }>(sql`
    select (case when ${state} = 'found' and ${stars}::int > first.stars
      then (${stars}::int - first.stars)::float8 / (${today} - first.day) end)::float8 as daily
    from (select 1) one left join lateral (
      select day, stars from code_stars
      where repo = ${repo} and day < ${today} and day >= ${today} - ${WEEK}::int order by day limit 1
    ) first on true`);
  const daily = momentum?.daily ?? null;
  const found = state === 'found';
  await tx.execute(sql`
    select id from papers where code_repo = ${repo} order by papers.id for no key update`);
  const changed = await tx.execute<{ id: string }>(sql`
    update papers set code_stars = ${found ? stars : null}::int,
      code_stars_on = case when ${found} then ${today} end, code_momentum = ${daily}::float8
    where code_repo = ${repo}
      and row(code_stars, code_stars_on, code_momentum)
        is distinct from row(${found ? stars : null}::int, case when ${found} then ${today} end, ${daily}::float8)
    returning id`);
  await publishPapers(
    tx,
    changed.map(({ id }) => Number(id)),
    { feeds: false },
  );
}

/** Daily star counts of a paper's repository, oldest first, for as many days back. */
export const listStars = (
  paperId: number,
  days: number,
): Promise<{ day: string; stars: number }[]> =>
  db().execute<{ day: string; stars: number }>(sql`
    select s.day::text, s.stars from papers p join code_stars s on s.repo = p.code_repo
    where p.id = ${paperId} and s.day > (now() at time zone 'UTC')::date - ${days}::int
    order by s.day`);

/** Deletes star counts older than `days`; returns how many. */
export async function deleteOldStars(days: number): Promise<number> {
  const rows = await db().execute(sql`
    delete from code_stars where day < (now() at time zone 'UTC')::date - ${days}::int returning 1`);
  return rows.length;
}
