import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { siteEnvironment } from '@/e2e/support/site';

/** One for all instances. */
const SECRET = randomBytes(32).toString('hex');

/** The production web process without its supervisor, which would exit with it. */
export class App {
  readonly url: string;
  #child: ChildProcess | undefined;
  #environment: NodeJS.ProcessEnv;

  constructor(
    port: number,
    databaseUrl: string,
    dataDir: string,
    more: Record<string, string> = {},
  ) {
    this.url = `http://localhost:${port}`;
    const env = {
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: SECRET,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'fatal',
    };
    this.#environment = { ...siteEnvironment({ port, dataDir, env }), ...more };
  }

  /** For the next start. */
  set(environment: Record<string, string>): void {
    this.#environment = { ...this.#environment, ...environment };
  }

  async start(): Promise<void> {
    this.#child = spawn(process.execPath, ['scripts/run.mjs', 'serve'], {
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    while (!(await this.isReady())) {
      if (this.#child.exitCode !== null) throw new Error('the app exited unexpectedly');
      await sleep(50);
    }
  }

  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
    } catch {
      return false;
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}
