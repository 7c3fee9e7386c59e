import { closeDatabase } from '@/db/client';
import { DataInUse, findRunning, startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { directDatabaseUrl, forgetEnv } from '@/lib/base/env';
import { databaseWords } from './database-words';
import { loadEnvironment } from './environment';
import { onNpmGone } from './npm';

/**
 * Runs a command on the site's database: DATABASE_URL, the embedded server of a running site, or
 * else an embedded one started for the duration. `db()` and `env()` are ready inside. Ctrl-C and
 * SIGTERM abort the signal; a second one exits at once. Reports a database that cannot be used in
 * one line and exits.
 */
export async function withDatabase<T>(
  work: (database: { url: string; signal: AbortSignal }) => Promise<T>,
  { migrates = true } = {},
): Promise<T> {
  const { DATABASE_URL, DATA_DIR } = loadEnvironment();
  const { signal, forget } = interruption();
  let server: Awaited<ReturnType<typeof runningOrStarted>> | null = null;
  try {
    if (!DATABASE_URL) server = await runningOrStarted(DATA_DIR);
    process.env.DATABASE_URL = DATABASE_URL ?? server?.url ?? '';
    if (server) process.env.PAPERTIDE_EMBEDDED = '1';
    forgetEnv();
    const url = directDatabaseUrl();
    if (migrates) await migrate(url);
    return await work({ url, signal });
  } catch (error) {
    const words = databaseWords(error);
    if (!words) throw error;
    console.error(words);
    process.exitCode = 1;
  } finally {
    await closeDatabase().catch(() => {});
    await server?.stop();
    forget();
  }
  process.exit();
}

async function runningOrStarted(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const url = await findRunning(folder);
  if (url) return { url, stop: async () => {} };
  try {
    return await startEmbedded(folder);
  } catch (error) {
    // A site that is just starting owns the folder but has no server yet.
    if (!(error instanceof DataInUse)) throw error;
    for (let attempt = 0; attempt < 100; attempt++) {
      await new Promise((wake) => setTimeout(wake, 100));
      const started = await findRunning(folder);
      if (started) return { url: started, stop: async () => {} };
    }
    throw error;
  }
}

function interruption(): { signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Error('interrupted'));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  // The shell in between may have passed the signal on.
  const stopWatching = onNpmGone(() => controller.signal.aborted || onSignal());
  return {
    signal: controller.signal,
    forget() {
      stopWatching();
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}
