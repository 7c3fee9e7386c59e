import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Embedded } from '@/db/embedded';
import type { App } from './app';

export type Fault = { name: string; every: number; strike: () => Promise<void> };

/** Returns the injected faults, with the milliseconds between two of them. */
export function faults(app: App, database: Embedded): Fault[] {
  const killApp = async () => {
    await app.end('SIGKILL');
    // As its supervisor does: another fault may end it while it starts.
    while (!(await started(app))) await sleep(100);
  };
  const signal = (name: NodeJS.Signals) => async () => {
    const pid = database.pid();
    if (!pid) return;
    process.kill(pid, name);
    while (database.pid() === pid) await sleep(20);
  };
  const cut = async () => {
    // The driver asks for types outside of any promise, which would end the bench when it fails.
    const sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {} });
    try {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
    } finally {
      await sql.end({ timeout: 1 });
    }
  };
  return [
    { name: 'nothing', every: 0, strike: async () => {} },
    { name: 'app killed with -9', every: 2_500, strike: killApp },
    { name: 'Postgres restarted (fast)', every: 2_000, strike: signal('SIGINT') },
    { name: 'Postgres restarted (immediate)', every: 2_000, strike: signal('SIGQUIT') },
    { name: 'Postgres killed with -9', every: 2_000, strike: signal('SIGKILL') },
    { name: 'connections cut', every: 250, strike: cut },
  ];
}

const started = (app: App): Promise<boolean> =>
  app.start().then(
    () => true,
    () => false,
  );

/** Injects faults sequentially until the signal; returns how many. */
export async function strikeUntil(signal: AbortSignal, chosen: Fault[]): Promise<number> {
  const counts = await Promise.all(
    chosen.map(async ({ every, strike }) => {
      let count = 0;
      while (every > 0) {
        await sleep(every, undefined, { signal }).catch(() => {});
        if (signal.aborted) break;
        // A fault that another one prevents counts too; only the final state matters.
        await strike().catch(() => {});
        count++;
      }
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
