import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Counts, NONE, readCounts } from './counts';
import type { Step } from './steps';

export type Outcome = {
  step: Step;
  state: 'ok' | 'failed' | 'not run';
  seconds: number;
  counts: Counts;
  /** Its output; empty if it printed to the terminal. */
  output: string;
};

type Run = (step: Step) => Promise<Outcome>;

/**
 * Runs steps in order, at most `slots` at a time, and resolves to their outcomes in that order. A
 * step waits for the one it needs; one marked `alone` waits for all before it and runs by itself.
 */
export async function runSteps(
  steps: readonly Step[],
  { slots, run }: { slots: number; run: Run },
): Promise<Outcome[]> {
  const outcomes = new Map<Step, Outcome>();
  const running = new Map<Step, Promise<void>>();
  const waiting = [...steps];

  const isReady = (step: Step): boolean => {
    if (running.size >= (step.alone ? 1 : slots)) return false;
    if ([...running.keys()].some(({ alone }) => alone)) return false;
    if (step.alone && waiting[0] !== step) return false;
    return ![...waiting, ...running.keys()].some(({ name }) => name === step.needs);
  };

  while (waiting.length || running.size) {
    const step = waiting.find(isReady);
    if (!step) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(step), 1);
    const needed = [...outcomes.values()].find((outcome) => outcome.step.name === step.needs);
    if (needed && needed.state !== 'ok') {
      outcomes.set(step, { step, state: 'not run', seconds: 0, counts: NONE, output: '' });
      continue;
    }
    running.set(
      step,
      run(step).then((outcome) => {
        outcomes.set(step, outcome);
        running.delete(step);
      }),
    );
  }
  return steps.flatMap((step) => outcomes.get(step) ?? []);
}

/** Reporters that print failures and write the counts to a file. */
function reporting(step: Step, report: string): string[] {
  if (step.counts === 'vitest') {
    return ['--', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  }
  return step.counts === 'playwright' ? ['--', '--reporter=dot,json'] : [];
}

/** The steps build and start everything themselves; nothing of the caller's site must leak in. */
function stepEnvironment(report: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env;
  return { ...rest, NEXT_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report };
}

/** Runs a step's npm script; `quiet` captures its output. Its JSON report goes to `folder`. */
export function runStep(step: Step, folder: string, quiet: boolean): Promise<Outcome> {
  const report = join(folder, `${step.name}.json`);
  const started = performance.now();
  let output = '';
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', ...step.script, ...reporting(step, report)], {
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: stepEnvironment(report),
    });
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-1_000_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const settle = (ok: boolean) => {
      const counts = step.counts ? readCounts(step.counts, report) : NONE;
      // A suite that fails to load counts no test, yet it has not passed.
      const failed = counts.failed || Number(!ok && step.counts !== undefined);
      const seconds = (performance.now() - started) / 1000;
      resolve({
        step,
        state: ok ? 'ok' : 'failed',
        seconds,
        counts: { ...counts, failed },
        output,
      });
    };
    child.once('error', (error) => {
      output += error.message;
      settle(false);
    });
    child.once('close', (code) => settle(code === 0));
  });
}
