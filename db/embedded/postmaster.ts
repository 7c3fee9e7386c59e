import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { responds } from '../responds';
import { binary } from './binaries';
import { SUPERUSER, serverEnv } from './cluster';
import type { Place } from './place';

const LOG_LIMIT = 10 * 1024 * 1024;
/** Identifies, on the command line, a server left over from one of our processes. */
const CLUSTER_NAME = 'papertide-embedded';

export type Postmaster = { process: ChildProcess; port: number };

export type Target = { place: Place; password: string; settings?: Record<string, string> };

/**
 * Starts the server on `port` and waits until it is ready; rejects with its last output if it
 * exits.
 */
export async function startPostmaster(target: Target, port: number): Promise<Postmaster> {
  const { place } = target;
  const logFile = path.join(place.base, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) truncateSync(logFile);
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const log = openSync(logFile, 'a', 0o600);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    cluster_name: CLUSTER_NAME,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // The log of a failed statement would contain its values, such as email addresses.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    ...target.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { uid, gid } = place.account;
  const child = spawn(binary(place.binaries, 'postgres'), ['-D', place.data, ...args], {
    uid,
    gid,
    cwd: place.data,
    env: serverEnv(),
    // A separate session, so that Ctrl-C reaches only us and we stop the server last.
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= lastWords(logFile, logStart);
  });
  for (;;) {
    if (ended !== null) throw new Error(`Postgres did not start: ${ended}`);
    if (isReady(place.data, child.pid) && (await responds(serverUrl(target, port, 'postgres')))) {
      return { process: child, port };
    }
    await new Promise((wake) => setTimeout(wake, 30));
  }
}

/** Read from the last line of postmaster.pid; connecting too early only fills the server's log. */
const isReady = (data: string, pid?: number): boolean => {
  const lines = pidFile(data);
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
};

function pidFile(data: string): string[] {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

export const serverUrl = (target: Target, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${target.password}@127.0.0.1:${port}/${database}`;

function lastWords(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString().trim().split('\n');
  const fatal = lines.filter((line) => /FATAL|PANIC/.test(line));
  return (fatal.length > 0 ? fatal : lines).slice(-3).join('\n') || 'it said nothing';
}

/** Milliseconds before a shutdown is escalated. */
const POLITE = 2_500;
const LESS_POLITE = 3_000;

/**
 * Fast shutdown: rolls back running transactions; everything committed is on disk. A shutdown that
 * takes too long is escalated; the next start then replays the log, so nothing is lost either.
 */
export async function stopPostmaster({ process: child }: Postmaster, place: Place): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  if (process.platform === 'win32') {
    spawn(binary(place.binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.data]);
  } else {
    child.kill('SIGINT');
  }
  const timers = [
    setTimeout(() => child.kill('SIGQUIT'), POLITE),
    setTimeout(() => child.kill('SIGKILL'), LESS_POLITE),
  ];
  await gone;
  for (const timer of timers) clearTimeout(timer);
}

/** Returns the port of the server running on this data folder, or null. */
export function runningPort(data: string): number | null {
  const lines = pidFile(data);
  return lines[7]?.trim() === 'ready' ? Number.parseInt(lines[3] ?? '', 10) : null;
}

/**
 * Stops a server whose parent was killed with -9, so that there is one owner again. Refuses with
 * the pid if the server on this folder was started by someone else.
 */
export async function endLeftover(data: string): Promise<'none' | 'stopped'> {
  const pid = Number.parseInt(pidFile(data)[0] ?? '', 10);
  if (!(pid > 0) || !isAlive(pid)) return 'none';
  const command = commandLine(pid) ?? '';
  if (!runsOn(pid, command, data)) {
    // After a reboot, the pid may belong to any program.
    if (!command.includes('postgres')) rmSync(path.join(data, 'postmaster.pid'), { force: true });
    return 'none';
  }
  if (!command.includes(CLUSTER_NAME)) {
    throw new Error(`The data in ${data} is in use by another Postgres (process ${pid}).`);
  }
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 10_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`Postgres (process ${pid}) does not stop.`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return 'stopped';
}

/** Whether the server runs on this folder: its working directory is the data folder. */
function runsOn(pid: number, command: string, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return command.includes(data);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A killed process whose parent does not reap it stays a zombie.
  const state = readProc(pid, 'stat')?.replace(/^.*\) /s, '')[0];
  return state !== 'Z';
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}

function commandLine(pid: number): string | null {
  const linux = readProc(pid, 'cmdline');
  if (linux !== null) return linux.replaceAll('\0', ' ');
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout : null;
}

/** Returns a port that is free right now on the loopback interface. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
