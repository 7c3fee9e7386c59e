import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { clusterPassword, ensureCluster } from '../embedded/cluster';
import { findPlace } from '../embedded/place';
import {
  freePort,
  type Postmaster,
  serverUrl,
  startPostmaster,
  stopPostmaster,
  type Target,
} from '../embedded/postmaster';

export type Replicated = {
  primary: string;
  standby: string;
  /** Both hosts. */
  url: string;
  /** Ends the standby, and lets the primary commit without one. */
  stopStandby(): Promise<void>;
  startStandby(): Promise<void>;
  /** Ends the primary at once, like a crash, and lets the standby take writes. */
  failOver(): Promise<void>;
  stop(): Promise<void>;
};

const SETTINGS = { autovacuum: 'off' };

/** Starts a primary and a synchronous standby that follows it by streaming replication. */
export async function startReplicated(): Promise<Replicated> {
  const folders: string[] = [];
  const target = async (): Promise<Omit<Target, 'password'>> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'papertide-replicated-'));
    folders.push(folder);
    await chmod(folder, 0o755);
    return { place: await findPlace(folder) };
  };
  const [one, two] = [await target(), await target()];
  await ensureCluster(one.place);
  const password = await clusterPassword(one.place);
  await cp(one.place.data, two.place.data, { recursive: true });
  await writeFile(path.join(two.place.data, 'standby.signal'), '');
  await chmod(two.place.data, 0o700);
  const { uid, gid } = two.place.account;
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, two.place.data]);

  const [portOne, portTwo] = [await freePort(), await freePort()];
  const running: Postmaster[] = [];
  running.push(await startPostmaster({ ...one, password, settings: SETTINGS }, portOne));
  const follows = `host=127.0.0.1 port=${portOne} user=papertide password=${password} application_name=standby`;
  const startStandby = async () => {
    const settings = { ...SETTINGS, primary_conninfo: follows };
    running[1] = await startPostmaster({ ...two, password, settings }, portTwo);
  };
  await startStandby();
  const address = (port: number) => serverUrl({ ...one, password }, port, 'postgres');
  const [primary, standby] = [address(portOne), address(portTwo)];
  await setSynchronous(primary, '*');
  return {
    primary,
    standby,
    url: primary.replace(
      '/postgres',
      `,127.0.0.1:${portTwo}/postgres?target_session_attrs=read-write`,
    ),
    async startStandby() {
      await startStandby();
      await setSynchronous(primary, '*');
    },
    async stopStandby() {
      await setSynchronous(primary, '');
      if (running[1]) await stopPostmaster(running[1], two.place);
    },
    async failOver() {
      running[0]?.process.kill('SIGKILL');
      const sql = postgres(standby, { max: 1 });
      await sql`select pg_promote()`;
      await sql.end({ timeout: 1 });
    },
    async stop() {
      const places = [one.place, two.place];
      for (const [at, postmaster] of running.entries()) {
        const place = places[at];
        if (place) await stopPostmaster(postmaster, place);
      }
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Names the standbys that a commit waits for. */
async function setSynchronous(url: string, names: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(`alter system set synchronous_standby_names = '${names}'`);
  await sql`select pg_reload_conf()`;
  await sql.end({ timeout: 1 });
}
