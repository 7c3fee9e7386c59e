import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { NONE, type Report, readReport } from './report';
import type { Step } from './steps';

export type Outcome = {
  step: Step;
  state: 'ok' | 'failed' | 'not run';
  seconds: number;
  report: Report;
  /** Its output; empty if it printed to the terminal. */
  output: string;
};

const EMPTY: Report = { ...NONE, failures: [] };

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
      outcomes.set(step, { step, state: 'not run', seconds: 0, report: EMPTY, output: '' });
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
function reporting(step: Step, file: string): string[] {
  if (step.counts === 'vitest') {
    return ['--', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  }
  return step.counts === 'playwright' ? ['--', '--reporter=dot,json'] : [];
}

/** The steps build and start everything themselves; nothing of the caller's site must leak in. */
function stepEnvironment(file: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env;
  return { ...rest, NEXT_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: file };
}

/** Runs a step's npm script; `quiet` captures its output. Its JSON report goes to `folder`. */
export function runStep(step: Step, folder: string, quiet: boolean): Promise<Outcome> {
  const file = join(folder, `${step.name}.json`);
  const started = performance.now();
  let output = '';
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', ...step.script, ...reporting(step, file)], {
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: stepEnvironment(file),
    });
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-1_000_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const settle = (ok: boolean) => {
      const report = step.counts ? readReport(step.counts, file) : EMPTY;
      // A suite that fails to load counts no test, yet it has not passed.
      const failed = report.failed || Number(!ok && step.counts !== undefined);
      const seconds = (performance.now() - started) / 1000;
      resolve({
        step,
        state: ok ? 'ok' : 'failed',
        seconds,
        report: { ...report, failed },
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
