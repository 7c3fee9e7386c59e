import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, type Counts, NONE, readCounts } from './testing/counts';
import { chosenSteps, type Step } from './testing/steps';

type Outcome = { step: Step; state: 'ok' | 'failed' | 'not run'; seconds: number; counts: Counts };

/** The checks build and start everything of their own: nothing of the caller's site leaks in. */
function stepEnvironment(report: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env;
  return {
    ...rest,
    NEXT_TELEMETRY_DISABLED: '1',
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
}

function reporting(step: Step, report: string): string[] {
  if (step.counts === 'vitest') {
    return ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  }
  return step.counts === 'playwright' ? ['--', '--reporter=list,json'] : [];
}

function runStep(step: Step, folder: string): Promise<Outcome> {
  console.log(`\n── ${step.name}`);
  const report = join(folder, `${step.name}.json`);
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', ...step.script, ...reporting(step, report)], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: stepEnvironment(report),
    });
    const settle = (ok: boolean) => {
      const counts = step.counts ? readCounts(step.counts, report) : NONE;
      // A suite that cannot even be loaded counts no test, yet it has not passed.
      if (!ok && step.counts && !counts.failed) counts.failed += 1;
      const seconds = (performance.now() - started) / 1000;
      resolve({ step, state: ok ? 'ok' : 'failed', seconds, counts });
    };
    child.once('error', (error) => {
      console.error(error.message);
      settle(false);
    });
    child.once('close', (code) => settle(code === 0));
  });
}

function line({ step, state, seconds, counts }: Outcome): string {
  const { passed, failed, skipped } = counts;
  const tests = step.counts ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  return `${step.name.padEnd(10)}${state.padEnd(9)}${seconds.toFixed(1).padStart(7)} s  ${tests}`.trimEnd();
}

async function main(): Promise<number> {
  const steps = chosenSteps(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'papertide-test-'));
  const outcomes: Outcome[] = [];
  try {
    for (const step of steps) {
      const base = outcomes.find((outcome) => outcome.step.name === step.needs);
      outcomes.push(
        base && base.state !== 'ok'
          ? { step, state: 'not run', seconds: 0, counts: NONE }
          : await runStep(step, folder),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = outcomes.reduce((sum, { counts }) => addCounts(sum, counts), NONE);
  console.log(`\n${outcomes.map(line).join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return outcomes.every(({ state }) => state === 'ok') ? 0 : 1;
}

process.exitCode = await main();
