import { sql } from 'drizzle-orm';
import { type Database, type Executor, transaction } from '../client';
import { publishPapers } from './invalidation';

export type Unsummarized = { id: number; title: string; abstract: string };

/** Rejected replies for one paper, after which this model is not used again for it. */
const MOST_TRIES = 3;

/**
 * Listed papers without a summary, latest first: with an abstract of at least `least` characters,
 * without a summary cleared by an author or moderator, and not requested within a day.
 */
export const listUnsummarized = (
  on: Executor,
  { model, least, limit }: { model: string; least: number; limit: number },
): Promise<Unsummarized[]> =>
  on.execute<Unsummarized>(sql`
    select p.id::double precision as id, p.title, p.abstract from papers p
    where p.trending is not null and p.removed_at is null and p.summary is null
      and not 'summary' = any(p.corrected) and length(p.abstract) >= ${least}
      and not exists (select from model_summaries m
        where m.paper_id = p.id and m.model = ${model}
          and (m.tries >= ${MOST_TRIES} or m.tried_at > now() - interval '1 day'))
    order by p.submitted_at desc nulls last, p.id desc limit ${limit}`);

const TODAY = sql`(now() at time zone 'UTC')::date`;

/**
 * Takes one request and this many tokens from today's limits; returns false if they are used up.
 */
export async function takeFromDay(
  on: Executor,
  tokens: number,
  most: { requests: number; tokens: number },
): Promise<boolean> {
  await on.execute(sql`insert into summary_days (day) values (${TODAY}) on conflict do nothing`);
  const taken = await on.execute(sql`
    update summary_days set requests = requests + 1, tokens = tokens + ${tokens}::bigint
    where day = ${TODAY} and requests < ${most.requests} and tokens + ${tokens}::bigint <= ${most.tokens}
    returning 1`);
  return taken.length === 1;
}

/** Corrects what was taken once the actual token count is known; both may be negative. */
export async function correctDay(
  on: Executor,
  by: { requests: number; tokens: number },
): Promise<void> {
  await on.execute(sql`
    update summary_days set requests = greatest(0, requests + ${by.requests}::int),
      tokens = greatest(0, tokens + ${by.tokens}::bigint)
    where day = ${TODAY}`);
}

const noteTry = (on: Executor, paperId: number, model: string, outcome: 'written' | 'rejected') =>
  on.execute(sql`
    insert into model_summaries as m (paper_id, model, outcome)
    select id, ${model}, ${outcome} from papers where id = ${paperId}
    on conflict (paper_id, model) do update
      set outcome = excluded.outcome, tries = m.tries + 1, tried_at = now()`);

/** Records that a reply was rejected. */
export async function noteRejected(on: Executor, paperId: number, model: string): Promise<void> {
  await noteTry(on, paperId, model, 'rejected');
}

/**
 * Gives a paper a summary by a model, and keywords if it has none; returns false if a summary was
 * written or cleared meanwhile. The caller invalidates the feeds.
 */
export async function writeModelSummary(
  on: Database,
  { paperId, model, summary, keywords }: Written,
): Promise<boolean> {
  return transaction(async (tx) => {
    const rows = await tx.execute(sql`
      update papers set summary = ${summary}, summary_by = ${model},
        keywords = case when keywords = '{}' then array(
          select json_array_elements_text(${JSON.stringify(keywords)}::json)) else keywords end
      where id = ${paperId} and summary is null and not 'summary' = any(corrected)
        and removed_at is null
      returning 1`);
    if (rows.length === 0) return false;
    await noteTry(tx, paperId, model, 'written');
    await publishPapers(tx, [paperId], { feeds: false });
    return true;
  }, on);
}

export type Written = { paperId: number; model: string; summary: string; keywords: string[] };
