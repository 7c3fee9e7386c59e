import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { siteEnvironment } from './site';

/** Runs `npm run check` on a stopped site's data; throws what it printed if an invariant fails. */
export async function checkSite(options: Parameters<typeof siteEnvironment>[0]): Promise<void> {
  const env = siteEnvironment(options);
  const run = promisify(execFile)(process.execPath, ['scripts/run.mjs', 'check'], { env });
  await run.catch(({ stdout = '', stderr = '' }) => {
    const broken = String(stdout)
      .split('\n')
      .filter((line) => !/^ +0 /.test(line));
    throw new Error(`The journeys left a site that is not right:\n${broken.join('\n')}${stderr}`);
  });
}
