import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { lockfileProblems } from './lockfile/check';
import { completeLockfile, type Lookup } from './lockfile/complete';
import { LOCKFILE, readLockfile } from './lockfile/tree';

const run = promisify(execFile);

const lookup: Lookup = async (name, version) => {
  const fields = ['os', 'cpu', 'libc', 'dist.integrity'];
  try {
    const view = await run('npm', ['view', `${name}@${version}`, ...fields, '--json']);
    if (!view.stdout.trim()) return null;
    const { 'dist.integrity': integrity, ...platform } = JSON.parse(view.stdout);
    return { ...platform, integrity };
  } catch {
    return null;
  }
};

async function main([verb]: string[]): Promise<number> {
  const lockfile = readLockfile();
  if (verb === 'complete') {
    const added = await completeLockfile(lockfile, lookup);
    if (added.length) writeFileSync(LOCKFILE, `${JSON.stringify(lockfile, null, 2)}\n`);
    for (const path of added) console.log(`added ${path}`);
    console.log(`${added.length} entries added`);
    return 0;
  }
  if (verb === 'check') {
    const problems = lockfileProblems(lockfile);
    for (const problem of problems) console.error(problem);
    if (!problems.length) console.log('The lockfile is complete and above its floors.');
    return problems.length ? 1 : 0;
  }
  console.error('Usage: npm run lockfile -- complete | check');
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
