import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../client';
import { listPaper } from './votes';

/** Matches any category, and any word in title or abstract; empty means no condition. */
export type Rule = { topics: string[]; words: string[]; cap: number };

/** Days after publication in which a rule may list a paper. */
const FRESH_DAYS = 7;

/** Pattern of whole words, matched case-insensitively. */
const pattern = (words: string[]): string =>
  `\\m(?:${words.map((word) => word.replace(/[^\p{L}\p{N} ]/gu, '\\$&').replace(/ +/g, '\\s+')).join('|')})\\M`;

const array = (values: string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/**
 * Harvested papers a rule would list on a UTC day, up to the rest of the day's cap: latest
 * publication day first, in random order within it.
 */
export async function listByRule(on: Database, rule: Rule, day: string): Promise<number[]> {
  const { topics, words, cap } = rule;
  const rows = await on.execute<{ id: number }>(sql`
    select id::double precision as id from papers
    where listed_by is null and not withdrawn and removed_at is null and source = 'arxiv'
      and published_at > now() - ${FRESH_DAYS} * interval '1 day'
      ${topics.length > 0 ? sql`and categories && ${array(topics)}` : sql``}
      ${words.length > 0 ? sql`and (title || ' ' || abstract) ~* ${pattern(words)}` : sql``}
    order by (published_at at time zone 'UTC')::date desc, shuffle, papers.id
    limit greatest(0, ${cap} - (
      select count(*) from papers where feed_day = ${day}::date and trending is not null and listed_by = 'rule')::int)`);
  return rows.map(({ id }) => id);
}

/** Lists a paper today by the rule; returns false if it has been listed meanwhile. */
export const listOneByRule = (tx: Transaction, paperId: number, at: Date): Promise<boolean> =>
  listPaper(tx, paperId, {
    by: 'rule',
    at,
    day: at.toISOString().slice(0, 10),
    submittedBy: null,
  });
