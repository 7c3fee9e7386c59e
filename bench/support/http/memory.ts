import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Site } from '@/e2e/support/site';

type Own = { pid: number; rss: number };

/** The site's processes, its database apart. */
function processesOf({ process: child }: Site): Own[] {
  const text = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, parent, rss = 0]) =>
      pid === child.pid || parent === child.pid ? [{ pid, rss }] : [],
    );
}

/** Resident memory of the site's processes in MB. */
export const memoryOf = (site: Site): number =>
  Math.round(processesOf(site).reduce((sum, { rss }) => sum + rss, 0) / 1024);

/** Open descriptors of the site's processes; 0 where the system does not list them. */
export function descriptorsOf(site: Site): number {
  try {
    return processesOf(site).reduce(
      (sum, { pid }) => sum + readdirSync(`/proc/${pid}/fd`).length,
      0,
    );
  } catch {
    return 0;
  }
}

/** Milliseconds of processor that the site's processes have taken; NaN where the system does not say. */
export function processorTimeOf(site: Site): number {
  try {
    const ticks = processesOf(site).map(({ pid }) => {
      const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
      const [user, system] = fields.split(' ').slice(11, 13).map(Number);
      return (user ?? 0) + (system ?? 0);
    });
    // A tick is a hundredth of a second on Linux.
    return 10 * ticks.reduce((sum, one) => sum + one, 0);
  } catch {
    return Number.NaN;
  }
}
