import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';

const url = useTestDatabase();

/** Resolves once the worker logs that it waits for jobs; the first output is npm's. */
async function untilWaiting({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('no output');
  for await (const line of createInterface({ input: stdout })) {
    if (line.startsWith('Waiting for jobs')) return;
  }
  throw new Error('the worker exited before it was ready');
}

it.each<[string, (npm: ChildProcess) => void]>([
  ['npm gets SIGTERM', (npm) => npm.kill('SIGTERM')],
  ['the terminal sends Ctrl-C', (npm) => process.kill(-(npm.pid ?? 0), 'SIGINT')],
])('npm run worker ends when %s', async (_, end) => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'papertide-worker-'));
  const { PATH, HOME } = process.env;
  const npm = spawn('npm', ['run', 'worker'], {
    env: {
      PATH,
      HOME,
      NODE_ENV: 'production',
      DATABASE_URL: url(),
      DATA_DIR: data,
      AUTH_SECRET: 'a secret of the tests, 32 or more',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  try {
    // The pipe closes once all of its holders have exited: npm, its shell, the worker.
    const closed = once(npm, 'close');
    await untilWaiting(npm);
    npm.stdout?.resume();
    end(npm);
    await closed;
    expect(npm.exitCode ?? npm.signalCode).not.toBeNull();
  } finally {
    rmSync(data, { recursive: true });
  }
});
