import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a program is on the path; `flag` makes it print its version. */
export function isInstalled(command: string, flag: string): boolean {
  try {
    execFileSync(command, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export type WebServer = { port: number; stop(): Promise<void> };

/** Starts a web server in the foreground, and waits for its first response; `stop` deletes `folder`. */
export async function startWebServer(
  [command, ...args]: [string, ...string[]],
  { port, folder, ...options }: { port: number; folder: string } & SpawnOptions,
): Promise<WebServer> {
  const child = spawn(command, args, options);
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${command} did not start`);
    await sleep(50);
  }
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    () => true,
    () => false,
  );
