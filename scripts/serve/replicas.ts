import { followReplicas } from '@/db/replicas';
import { directDatabaseUrl, env } from '@/lib/base/env';
import { log } from '@/lib/base/log';

/** Milliseconds that a response may take beyond the server's own limit of a statement. */
const GRACE = 6_000;

/** Lets public reads use DATABASE_REPLICA_URLS, if there are any. Returns a function that stops it. */
export async function startReplicas(): Promise<() => Promise<void>> {
  const { DATABASE_REPLICA_URLS, DATABASE_REPLICA_LAG, DATABASE_POOL, DATABASE_PREPARE } = env();
  const { DATABASE_DIRECT_URL, DATABASE_STATEMENT_TIMEOUT } = env();
  if (!DATABASE_REPLICA_URLS) return async () => {};
  return followReplicas({
    primary: directDatabaseUrl(),
    replicas: DATABASE_REPLICA_URLS,
    maxLag: DATABASE_REPLICA_LAG * 1_000,
    pool: DATABASE_POOL,
    // As in the pool of the primary (db/client.ts): poolers refuse it at the start.
    statementTimeout: DATABASE_DIRECT_URL ? 'role' : DATABASE_STATEMENT_TIMEOUT,
    prepare: DATABASE_PREPARE ?? !DATABASE_DIRECT_URL,
    patience: DATABASE_STATEMENT_TIMEOUT + GRACE,
    onChange(host, state) {
      if (state === 'used') log.info({ replica: host }, 'replica is used again');
      else log.warn({ replica: host, state }, 'replica is left out');
    },
  });
}
