import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

type Axe = { run(options: { resultTypes: string[]; runOnly?: string[] }): Promise<AxeResults> };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns axe's violations on the page. Uses evaluate, since the CSP blocks script tags. */
export async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // Colors in transition between the schemes belong to neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((a) => a.finished)));
  const results = await page.evaluate(
    (rules): Promise<AxeResults> =>
      (window as unknown as { axe: Axe }).axe.run({
        // Computing selectors for passing rules takes most of its time.
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules }),
      }),
    rules,
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary}`,
    ),
  );
}
