import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInstalled } from '@/scripts/testing/program';
import { freePort } from '../embedded/postmaster';
import { responds } from '../responds';

/** The user `nobody`, since PgBouncer refuses to run as root. */
const NOBODY = 65_534;

export const hasPgBouncer = isInstalled('pgbouncer', '--version');

export type PgBouncer = {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a PgBouncer with default settings in front of a server, with few connections to it. */
export async function startPgBouncer(
  server: string,
  mode: 'transaction' | 'session',
  connections = 3,
): Promise<PgBouncer> {
  const { hostname, port, username, password, pathname } = new URL(server);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'papertide-pgbouncer-'));
  chmodSync(folder, 0o755);
  const listening = await freePort();
  const target = `host=${hostname} port=${port || 5432} user=${username}${password && ` password=${password}`}`;
  const file = path.join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]\n* = ${target}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${listening}\n` +
      `unix_socket_dir =\nauth_type = any\npool_mode = ${mode}\ndefault_pool_size = ${connections}\n`,
  );
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const url = `postgres://papertide:any@127.0.0.1:${listening}${pathname}`;
  let child: ChildProcess;
  const start = async () => {
    child = spawn('pgbouncer', [file], { ...asNobody, stdio: 'ignore' });
    for (let attempt = 0; !(await responds(url)); attempt++) {
      if (attempt === 100) {
        child.kill();
        throw new Error('PgBouncer did not start');
      }
      await sleep(100);
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}
