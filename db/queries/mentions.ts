import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

export type Mentionable = { handle: string; name: string | null };

/** Commenters of a paper that are considered. */
const MOST_TALKING = 500;

/**
 * Users whose handle starts with the prefix, up to `most`: participants of the discussion first,
 * and only those if the prefix is empty.
 */
export async function listMentionable(
  on: Executor,
  {
    paperId,
    start,
    except,
    most,
  }: { paperId: number; start: string; except: string; most: number },
): Promise<Mentionable[]> {
  const begins = `${start.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const fits = sql`lower(u.handle) like ${begins} and u.banned_at is null and u.id <> ${except}::uuid`;
  const talking = await on.execute<Mentionable>(sql`
    select u.handle, u.name from users u where ${fits} and u.id in (
      select user_id from (
        select user_id from comments where paper_id = ${paperId} and user_id is not null
          and deleted_at is null and hidden_at is null
        order by created_at desc limit ${MOST_TALKING}) latest
      union select user_id from paper_authors
        where paper_id = ${paperId} and claim_status = 'verified' and user_id is not null
      union select submitted_by from papers where id = ${paperId})
    order by lower(u.handle) limit ${most}`);
  const others =
    start === ''
      ? []
      : await on.execute<Mentionable>(sql`
          select u.handle, u.name from users u where ${fits} order by lower(u.handle) limit ${most}`);
  const seen = new Set<string>();
  return [...talking, ...others]
    .filter(({ handle }) => !seen.has(handle) && seen.add(handle))
    .slice(0, most);
}
