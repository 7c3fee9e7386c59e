import { afterAll, beforeAll, vi } from 'vitest';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { forgetEnv } from '@/lib/base/env';
import { type Replicated, startReplicated } from './replicated';

/** Makes `db()` use this address. */
export async function switchDatabase(url: string): Promise<void> {
  await closeDatabase();
  vi.stubEnv('DATABASE_URL', url);
  forgetEnv();
}

/** Starts a migrated primary with its standby for the tests of a file, which use both by default. */
export function useReplicated(): () => Replicated {
  let servers: Replicated;
  beforeAll(async () => {
    servers = await startReplicated();
    await switchDatabase(servers.url);
    await migrate(servers.url);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    forgetEnv();
    // After that, since a query that fails by it may be tried again, on a new pool.
    await closeDatabase();
    await servers.stop();
  });
  return () => servers;
}
