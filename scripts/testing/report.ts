import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

export type Counts = { passed: number; failed: number; skipped: number };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A runner's report: its counts, and the names of failed tests. */
export type Report = Counts & { failures: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};
type PlaywrightSuite = {
  file: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; ok: boolean; line: number }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};

/** Returns the failed tests of a file; the file itself if it failed before its tests. */
function vitestFailures({ name, status, assertionResults }: VitestReport['testResults'][number]) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (!failed.length && status === 'failed') return [file];
  return failed.map(({ fullName }) => `${file} › ${fullName}`);
}

const playwrightFailures = ({ file, suites = [], specs }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title, line }) => `${file}:${line} › ${title}`),
  ...suites.flatMap(playwrightFailures),
];

/** Parses a runner's JSON report; a test that passed only on retry counts as failed. */
export function parseReport(runner: 'vitest' | 'playwright', json: string): Report {
  if (runner === 'vitest') {
    const report: VitestReport = JSON.parse(json);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: report.testResults.flatMap(vitestFailures),
    };
  }
  const { stats, suites }: PlaywrightReport = JSON.parse(json);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(playwrightFailures),
  };
}

/** A missing report means that the runner did not get that far. */
export function readReport(runner: 'vitest' | 'playwright', file: string): Report {
  try {
    return parseReport(runner, readFileSync(file, 'utf8'));
  } catch {
    return { ...NONE, failures: [] };
  }
}
