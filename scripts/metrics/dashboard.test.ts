import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const source = readFileSync('scripts/metrics/registry.ts', 'utf8');
/** Names as they are registered, with and without the common prefix. */
const registered = new Set([
  ...[...source.matchAll(/name: '(papertide_\w+)'/g)].map(([, name]) => name),
  ...[...source.matchAll(/gauge\(\s*'(\w+)'/g)].map(([, name]) => `papertide_${name}`),
]);

const used = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/papertide_[a-z_]+/g)].map(([name]) =>
    name.replace(/_(?:bucket|count|sum)$/, ''),
  );

it.each(['deploy/grafana.json', 'deploy/papertide.rules.yml'])(
  '%s uses metrics that there are',
  (file) => {
    const names = used(file);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(registered).toContain(name);
  },
);

it('the dashboard shows every metric of ours but sizes', () => {
  const shown = new Set(used('deploy/grafana.json'));
  const sizes = ['papertide_store_bytes', 'papertide_database_pool_size', 'papertide_job_seconds'];
  expect(
    [...registered].filter((name) => !shown.has(String(name)) && !sizes.includes(String(name))),
  ).toEqual([]);
});

it('the dashboard is a dashboard', () => {
  const { title, panels } = JSON.parse(readFileSync('deploy/grafana.json', 'utf8'));
  expect(title).toBe('Papertide');
  for (const panel of panels) expect(panel.targets.length, panel.title).toBeGreaterThan(0);
});

const hasPromtool = (() => {
  try {
    execFileSync('which', ['promtool'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

it.runIf(hasPromtool)('promtool accepts the configuration and the rules', async () => {
  const run = promisify(execFile);
  await run('promtool', ['check', 'rules', 'deploy/papertide.rules.yml']);
  await run('promtool', ['check', 'config', 'deploy/prometheus.yml']);
});
