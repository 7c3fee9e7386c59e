import { readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/**
 * Parses the counts of a runner's JSON report; a test that passed only on retry counts as failed.
 */
export function parseCounts(runner: 'vitest' | 'playwright', json: string): Counts {
  if (runner === 'vitest') {
    const report: VitestReport = JSON.parse(json);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  const { stats }: PlaywrightReport = JSON.parse(json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** A missing report means that the runner did not get that far. */
export function readCounts(runner: 'vitest' | 'playwright', file: string): Counts {
  try {
    return parseCounts(runner, readFileSync(file, 'utf8'));
  } catch {
    return NONE;
  }
}
