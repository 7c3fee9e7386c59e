import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Load = {
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** A Lua script for wrk, if requests differ. */
  lua?: string;
};
/** `failed` counts responses of status 400 or more, and connections that broke or timed out. */
export type Rate = { rate: number; p50: number; p99: number; failed: number };

/** Returns what wrk measured at this address; latencies in ms. Throws if wrk is not installed. */
export async function measure(url: string, folder: string, load: Load): Promise<Rate> {
  const script = join(folder, 'requests.lua');
  if (load.lua) await writeFile(script, load.lua);
  const headers = Object.entries(load.headers ?? {}).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const { stdout } = await run('wrk', [
    `-t${Math.min(2, load.connections)}`,
    `-c${load.connections}`,
    `-d${load.seconds}s`,
    '--timeout',
    '10s',
    '--latency',
    ...headers,
    ...(load.lua ? ['-s', script] : []),
    url,
  ]);
  return readRate(stdout);
}

export const hasWrk = async (): Promise<boolean> =>
  run('wrk', ['--version']).then(
    () => true,
    // `wrk --version` exits with 1.
    (error: { code?: unknown }) => error.code === 1,
  );

export function readRate(text: string): Rate {
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(text);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? 0),
    p50: milliseconds(/^\s*50%\s+(\S+)/m.exec(text)?.[1]),
    p99: milliseconds(/^\s*99%\s+(\S+)/m.exec(text)?.[1]),
    failed:
      (errors?.slice(1).reduce((sum, count) => sum + Number(count), 0) ?? 0) +
      Number(refused?.[1] ?? 0),
  };
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

function milliseconds(text = '0ms'): number {
  const [, value, unit] = /^([\d.]+)(us|ms|s|m)$/.exec(text) ?? [];
  return Math.round(Number(value ?? 0) * (UNITS[unit ?? 'ms'] ?? 1) * 100) / 100;
}
