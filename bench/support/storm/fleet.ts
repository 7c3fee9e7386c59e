import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { migrate } from '@/db/migrate';
import { hasPgBouncer, type PgBouncer, startPgBouncer } from '@/db/testing/pgbouncer';
import { type Replicated, startReplicated } from '@/db/testing/replicated';
import { temporaryData } from '@/e2e/support/data-folder';
import { freePort } from '@/e2e/support/ports';
import { hasNginx, startNginx } from '@/scripts/testing/nginx';
import { App } from './app';
import type { Fault } from './faults';

/** Several instances on one machine as the guide describes them. */
export type Fleet = {
  url: string;
  apps: App[];
  servers: Replicated;
  pooler: PgBouncer | null;
  /** What the machine lacks. */
  without: string[];
  /** Lets the instances find the primary themselves, without the pooler. */
  leavePooler(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts instances behind nginx on a primary with a standby, all queries by PgBouncer. */
export async function startFleet(instances: number): Promise<Fleet> {
  const ends: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    return { ...(await start(instances, ends)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(count: number, ends: (() => Promise<void>)[]): Promise<Omit<Fleet, 'stop'>> {
  const data = await temporaryData();
  ends.push(() => data.remove());
  const servers = await startReplicated();
  ends.push(() => servers.stop());
  await migrate(servers.url);
  // As each start does for the role where there is a pooler.
  await on(servers.primary, "alter role papertide set statement_timeout = '4s'");
  const pooler = hasPgBouncer ? await startPgBouncer(servers.primary, 'transaction', 20) : null;
  ends.push(async () => pooler?.stop());
  const ports: number[] = [];
  for (let n = 0; n < count; n++) ports.push(await freePort());
  const nginx = hasNginx ? await startNginx(ports) : null;
  ends.push(async () => nginx?.stop());
  // As the reader writes the address of the site: cookies and forms depend on it.
  const url = `http://localhost:${nginx?.port ?? ports[0]}`;
  const settings = {
    SITE_URL: url,
    HOST: '127.0.0.1',
    TRUSTED_PROXY_HOPS: nginx ? '1' : '0',
    DATABASE_REPLICA_URLS: servers.standby,
    ...(pooler && { DATABASE_DIRECT_URL: servers.url }),
  };
  const apps = ports.map(
    (port, n) => new App(port, pooler?.url ?? servers.url, join(data.dir, `site-${n}`), settings),
  );
  ends.push(async () => void (await Promise.all(apps.map((app) => app.end('SIGKILL')))));
  await Promise.all(apps.map((app) => app.start()));
  return {
    ...{ url, apps, servers, pooler },
    without: [...(nginx ? [] : ['nginx']), ...(pooler ? [] : ['PgBouncer'])],
    async leavePooler() {
      for (const app of apps) {
        await app.end('SIGTERM');
        app.set({ DATABASE_URL: servers.url, DATABASE_DIRECT_URL: '' });
        await app.start();
      }
    },
  };
}

async function on(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A fault of a fleet, for so many usual rounds; `exact`: without any failed request. */
export type FleetFault = Fault & { exact?: boolean; rounds?: number };

/** Returns the faults to inject while the pooler is in use. */
export function fleetFaults({ apps, servers, pooler }: Fleet): FleetFault[] {
  let turn = 0;
  const next = () => apps[turn++ % apps.length] as App;
  return [
    { name: 'nothing', every: 0, strike: async () => {}, exact: true },
    {
      // The steps of docs/hosting.md, for one instance after the other.
      name: 'rolling restart',
      every: 500,
      exact: true,
      rounds: 4,
      async strike() {
        const app = next();
        await app.end('SIGTERM');
        await app.start();
      },
    },
    {
      name: 'instance killed with -9',
      every: 3_000,
      async strike() {
        const app = next();
        await app.end('SIGKILL');
        await app.start();
      },
    },
    ...(pooler
      ? [
          {
            name: 'PgBouncer killed with -9',
            every: 2_500,
            async strike() {
              await pooler.kill();
              await sleep(300);
              await pooler.start();
            },
          },
        ]
      : []),
    {
      name: 'connections cut',
      every: 1_000,
      strike: () =>
        on(
          servers.primary,
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        ),
    },
    {
      name: 'standby stops replaying',
      every: 2_000,
      rounds: 2,
      async strike() {
        await on(servers.standby, 'select pg_wal_replay_pause()');
        await sleep(7_000);
        await on(servers.standby, 'select pg_wal_replay_resume()');
      },
    },
    {
      name: 'standby restarted',
      every: 2_000,
      async strike() {
        await servers.stopStandby();
        await sleep(1_000);
        await servers.startStandby();
      },
    },
  ];
}

/** The last one, without the pooler, which knows one host only. */
export const promotion = ({ servers }: Fleet): FleetFault => {
  let done = false;
  return {
    name: 'primary killed, standby promoted',
    every: 3_000,
    async strike() {
      if (!done) await servers.failOver();
      done = true;
    },
  };
};
