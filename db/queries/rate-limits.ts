import { sql } from 'drizzle-orm';
import { db, type Executor } from '../client';

/** Tokens left after taking one, or null and the seconds until the next. */
export type Taken = { left: number } | { left: null; wait: number };

/**
 * Takes one token from the bucket `key` (`limit` tokens, refilled over `seconds`). One statement,
 * by the database's clock, so that any number of processes share the bucket. An empty bucket is
 * left unchanged.
 */
export async function takeToken(
  key: string,
  { limit, seconds }: { limit: number; seconds: number },
  on: Executor = db(),
): Promise<Taken> {
  const rate = limit / seconds;
  const filled = sql`least(${limit}::float8, r.tokens + ${rate}::float8 *
    greatest(0, extract(epoch from clock_timestamp() - r.updated_at)::float8))`;
  const [taken] = await on.execute<{ left: number }>(sql`
    insert into rate_limits as r (key, tokens, updated_at)
    values (${key}, ${limit}::float8 - 1, clock_timestamp())
    on conflict (key) do update set tokens = ${filled} - 1, updated_at = clock_timestamp()
      where ${filled} >= 1
    returning tokens as left`);
  if (taken) return { left: Math.floor(taken.left) };
  const [state] = await on.execute<{ filled: number }>(
    sql`select ${filled} as filled from rate_limits r where key = ${key}`,
  );
  return { left: null, wait: Math.max(0, 1 - (state?.filled ?? 0)) / rate };
}

export type Spent = { key: string; spent: number; limit: number; seconds: number };

/**
 * Subtracts spent tokens from each bucket in one statement and returns what is left. The result may
 * be negative if several processes spent the same tokens.
 */
export async function settleTokens(all: Spent[]): Promise<Map<string, number>> {
  // In key order, so that two processes cannot deadlock.
  const sorted = [...all].sort((a, b) => (a.key < b.key ? -1 : 1));
  const given = JSON.stringify(sorted.map(({ limit, ...one }) => ({ ...one, most: limit })));
  const spent = sql`json_to_recordset(${given}::json)
    as s(key text, spent float8, most float8, seconds float8)`;
  const rows = await db().execute<{ key: string; tokens: number }>(sql`
    insert into rate_limits as r (key, tokens, updated_at)
    select key, most - spent, clock_timestamp()
    from ${spent}
    on conflict (key) do update set updated_at = clock_timestamp(), tokens = (
      select least(s.most, r.tokens + s.most / s.seconds *
        greatest(0, extract(epoch from clock_timestamp() - r.updated_at)::float8)) - s.spent
      from ${spent}
      where s.key = r.key)
    returning key, tokens`);
  return new Map(rows.map(({ key, tokens }) => [key, Number(tokens)]));
}
