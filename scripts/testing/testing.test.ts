import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NONE, parseReport } from './report';
import { type Outcome, runSteps } from './run-steps';
import { chosenSteps, STEPS, type Step, stepsAtOnce } from './steps';

describe('parseReport', () => {
  it('sums the counts of vitest, and names what failed', () => {
    const json = JSON.stringify({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        {
          name: join(process.cwd(), 'lib/a.test.ts'),
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a is even' },
            { status: 'failed', fullName: 'a is odd' },
          ],
        },
        { name: join(process.cwd(), 'lib/b.test.ts'), status: 'failed', assertionResults: [] },
      ],
    });
    expect(parseReport('vitest', json)).toEqual({
      ...{ passed: 5, failed: 1, skipped: 3 },
      failures: ['lib/a.test.ts › a is odd', 'lib/b.test.ts'],
    });
  });

  it('counts a flaky journey as failed, and names failures in any group', () => {
    const spec = (title: string, ok: boolean) => ({ title, ok, line: 7 });
    const inner = { file: 'vote.spec.ts', specs: [spec('votes', false)] };
    const json = JSON.stringify({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      suites: [{ file: 'vote.spec.ts', specs: [spec('looks', true)], suites: [inner] }],
    });
    expect(parseReport('playwright', json)).toEqual({
      ...{ passed: 4, failed: 2, skipped: 2 },
      failures: ['vote.spec.ts:7 › votes'],
    });
  });
});

describe('chosenSteps', () => {
  it('runs all of them, or the named ones in their own order', () => {
    expect(chosenSteps([])).toEqual(STEPS);
    const names = (args: string[]) => chosenSteps(args).map((step) => step.name);
    expect(names(['--only', 'unit,lint'])).toEqual(['lint', 'unit']);
    expect(names(['--only=e2e'])).toEqual(['e2e']);
    expect(names(['--quick'])).toEqual(['format', 'lint', 'types', 'imports', 'unused', 'unit']);
  });

  it('refuses an unknown step', () => {
    expect(() => chosenSteps(['--only', 'units'])).toThrow(/Usage/);
    expect(() => chosenSteps(['unit'])).toThrow(/Usage/);
  });
});

describe('runSteps', () => {
  const step = (name: string, more: Partial<Step> = {}): Step => ({ name, script: [], ...more });

  /** Runs steps with these outcomes; returns them and how many ran beside each at its start. */
  async function walk(steps: Step[], slots: number, failing: string[] = []) {
    const beside: Record<string, string[]> = {};
    const running = new Set<string>();
    const run = async (one: Step): Promise<Outcome> => {
      beside[one.name] = [...running];
      running.add(one.name);
      await new Promise((wake) => setTimeout(wake, 1));
      running.delete(one.name);
      const state = failing.includes(one.name) ? 'failed' : 'ok';
      return { step: one, state, seconds: 0, report: { ...NONE, failures: [] }, output: '' };
    };
    const outcomes = await runSteps(steps, { slots, run });
    return { beside, states: outcomes.map((one) => `${one.step.name} ${one.state}`) };
  }

  it('fills its slots in order and runs exclusive steps alone', async () => {
    const steps = ['a', 'b', 'c'].map((name) => step(name)).concat(step('d', { alone: true }));
    const { beside, states } = await walk([...steps, step('e')], 2);
    expect(states).toEqual(['a ok', 'b ok', 'c ok', 'd ok', 'e ok']);
    expect(beside).toMatchObject({ a: [], b: ['a'], d: [] });
    for (const others of Object.values(beside)) expect(others.length).toBeLessThan(2);
    expect(beside.e).not.toContain('d');
  });

  it('skips a step whose dependency failed and runs the others', async () => {
    const steps = [step('build'), step('e2e', { needs: 'build', alone: true }), step('unit')];
    const { states, beside } = await walk(steps, 1, ['build']);
    expect(states).toEqual(['build failed', 'e2e not run', 'unit ok']);
    expect(Object.keys(beside)).toEqual(['build', 'unit']);
  });

  it('runs two steps at once on two cores, and more on many', () => {
    expect([1, 2, 4, 16].map(stepsAtOnce)).toEqual([2, 2, 2, 8]);
  });
});
