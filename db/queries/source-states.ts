import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../client';

export type Turn = { allowed: boolean /** Milliseconds until then. */; wait: number };

/**
 * Reserves the next request slot of a source, at most one per `interval` seconds over all
 * processes, if it comes within `patience` seconds. The caller waits until then.
 */
export async function takeTurn(
  on: Executor,
  source: string,
  { interval, patience }: { interval: number; patience: number },
): Promise<Turn> {
  const [turn] = await on.execute<{ wait: number }>(sql`
    insert into source_states as s (source, next_allowed_at)
    values (${source}, clock_timestamp() + make_interval(secs => ${interval}))
    on conflict (source) do update set next_allowed_at =
      greatest(s.next_allowed_at, clock_timestamp()) + make_interval(secs => ${interval})
      where s.next_allowed_at <= clock_timestamp() + make_interval(secs => ${patience})
    returning (1000 * extract(epoch from next_allowed_at - make_interval(secs => ${interval})
      - clock_timestamp()))::double precision as wait`);
  if (turn) return { allowed: true, wait: Math.max(0, turn.wait) };
  const [state] = await on.execute<{ wait: number }>(sql`
    select (1000 * extract(epoch from next_allowed_at - clock_timestamp()))::double precision as wait
    from source_states where source = ${source}`);
  return { allowed: false, wait: Math.max(0, state?.wait ?? 0) };
}

/** Maximum backoff in seconds. */
const LONGEST_PAUSE = 300;

/**
 * Backs off from a source: for as long as it requests (seconds), otherwise doubling with every
 * consecutive failure.
 */
export async function backOff(
  on: Executor,
  source: string,
  { interval, retryAfter }: { interval: number; retryAfter: number | null },
): Promise<void> {
  const first = Math.max(interval, 1);
  const pause = (failures: SQL) => sql`clock_timestamp() + make_interval(secs => coalesce(
    ${retryAfter}::double precision,
    least(${LONGEST_PAUSE}, ${first} * power(2, least(${failures}, 20)))))`;
  await on.execute(sql`
    insert into source_states as s (source, failures, next_allowed_at)
    values (${source}, 1, ${pause(sql`0`)})
    on conflict (source) do update set failures = s.failures + 1,
      next_allowed_at = greatest(s.next_allowed_at, ${pause(sql`s.failures`)})`);
}

export async function noteSuccess(on: Executor, source: string): Promise<void> {
  await on.execute(
    sql`update source_states set failures = 0 where source = ${source} and failures > 0`,
  );
}
