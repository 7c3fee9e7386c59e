import { type ChildProcess, fork } from 'node:child_process';
import { drainTime } from './drain';

export type Web = {
  /** Resolves when it listens; rejects if it ends before. */
  ready: Promise<void>;
  /** Resolves to its exit code. */
  ended: Promise<number>;
  /** Stops it, after the drain time or (`soon`) without; a second call can only shorten that. */
  stop(soon?: boolean): Promise<void>;
};

/** Milliseconds after draining until a web process that does not stop is killed. */
const PATIENCE = 8_500;

/**
 * glibc keeps an arena of freed memory for each thread that compresses or collects garbage: 40 of
 * the 320 MB that the web process had after its start. It reads this when a process starts.
 */
const MALLOC_ARENA_MAX = '2';

/** Starts scripts/serve.ts as a separate process, so that the database survives its crash. */
export function startWeb(development: boolean): Web {
  const options = development ? ['--dev'] : [];
  const child: ChildProcess = fork('scripts/run.mjs', ['serve', ...options], {
    execArgv: [],
    env: { MALLOC_ARENA_MAX, ...process.env },
  });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    void ended.then((code) => reject(new Error(`The web process ended with code ${code}.`)));
  });
  ready.catch(() => {});
  return {
    ready,
    ended,
    async stop(soon = false) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const patience = PATIENCE + (soon ? 0 : drainTime());
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      if (child.connected) child.send(soon ? 'stop soon' : 'stop', () => {});
      else child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    },
  };
}
