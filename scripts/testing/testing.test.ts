import { describe, expect, it } from 'vitest';
import { parseCounts } from './counts';
import { chosenSteps, STEPS } from './steps';

describe('parseCounts', () => {
  it('adds up what vitest reports', () => {
    const json = JSON.stringify({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
    });
    expect(parseCounts('vitest', json)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a flaky journey as failed', () => {
    const json = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(parseCounts('playwright', json)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
});

describe('chosenSteps', () => {
  it('runs all of them, or the named ones in their own order', () => {
    expect(chosenSteps([])).toEqual(STEPS);
    const names = (args: string[]) => chosenSteps(args).map((step) => step.name);
    expect(names(['--only', 'unit,lint'])).toEqual(['lint', 'unit']);
    expect(names(['--only=e2e'])).toEqual(['e2e']);
  });

  it('refuses a step that there is not', () => {
    expect(() => chosenSteps(['--only', 'units'])).toThrow(/Usage/);
    expect(() => chosenSteps(['unit'])).toThrow(/Usage/);
  });
});
