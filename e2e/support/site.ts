import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { slowness } from '@/scripts/testing/speed.mjs';

export type Site = {
  url: string;
  process: ChildProcess;
  /** Its output so far, both streams. */
  output(): string;
  /** Sends SIGTERM; a process that does not exit is killed and has no exit code. */
  stop(): Promise<void>;
};

type Options = { port: number; dataDir: string; env?: Record<string, string> };

/** Only what a process needs is passed on, so that the caller's own site has no influence. */
const KEPT = ['PATH', 'HOME', 'USER', 'TMPDIR', 'LANG', 'SystemRoot', 'APPDATA'];

export function siteEnvironment({ port, dataDir, env }: Options): NodeJS.ProcessEnv {
  const kept = KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'production',
    TZ: 'Pacific/Chatham',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ...env,
  };
}

/** Starts `npm start` without npm, so that signals reach it. */
export function launchSite(options: Options): { process: ChildProcess; output(): string } {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    env: siteEnvironment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-200_000);
    if (process.env.PAPERTIDE_E2E_LOG) process.stderr.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { process: child, output: () => output };
}

/** Starts the production site and waits for it; `timeout` in ms includes a build. */
export async function startSite(options: Options, timeout = 300_000 * slowness()): Promise<Site> {
  const { process: child, output } = launchSite(options);
  const url = `http://localhost:${options.port}`;
  const deadline = Date.now() + timeout;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The site exited unexpectedly:\n${output()}`);
    if (await responds(`${url}/readyz`)) break;
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The site did not respond within ${timeout} ms:\n${output()}`);
    }
    await sleep(200);
  }
  return {
    url,
    process: child,
    output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), 20_000 * slowness());
        await ended;
        clearTimeout(late);
      }
    },
  };
}

async function responds(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
