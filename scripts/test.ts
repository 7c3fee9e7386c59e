import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, NONE } from './testing/report';
import { type Outcome, runStep, runSteps } from './testing/run-steps';
import { chosenSteps, stepsAtOnce } from './testing/steps';

function line({ step, state, seconds, report }: Outcome): string {
  const { passed, failed, skipped } = report;
  const tests = step.counts ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  return `${step.name.padEnd(10)}${state.padEnd(9)}${seconds.toFixed(1).padStart(7)} s  ${tests}`.trimEnd();
}

/** `npm test`: prints failures, and one line per step; last the names of all that failed. */
async function main(): Promise<number> {
  const steps = chosenSteps(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'papertide-test-'));
  const started = performance.now();
  // A single step prints its output as it runs.
  const quiet = steps.length > 1;
  let outcomes: Outcome[];
  try {
    outcomes = await runSteps(steps, {
      slots: stepsAtOnce(availableParallelism()),
      run: async (step) => {
        const outcome = await runStep(step, folder, quiet);
        if (outcome.state === 'failed') console.log(`\n── ${step.name}\n${outcome.output}`);
        if (quiet) console.log(line(outcome));
        return outcome;
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = outcomes.reduce((sum, { report }) => addCounts(sum, report), NONE);
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${outcomes.map(line).join('\n')}\n`);
  console.log(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped, ${seconds.toFixed(0)} s`,
  );
  // Where only the end of the output is kept, it still says what failed.
  for (const { report } of outcomes)
    for (const name of report.failures) console.log(`failed: ${name}`);
  return outcomes.every(({ state }) => state === 'ok') ? 0 : 1;
}

process.exitCode = await main();
