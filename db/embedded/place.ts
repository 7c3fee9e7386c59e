import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { type Account, reaches, serverAccount } from './account';
import { type Binaries, binary, installedBinaries } from './binaries';

/** Where root stores files if the server's user cannot reach the checkout. */
const SHARED_PLACE = '/var/lib/papertide';
/** A file in the requested folder that names the folder used instead. */
const MOVED = 'moved-to';

export type Place = {
  /** The folder of everything about this server; contains `data`. */
  base: string;
  /** Postgres' data folder (PGDATA). */
  data: string;
  binaries: Binaries;
  account: Account;
  /** Notes about the choice for the operator, one per line. */
  notes: string[];
};

/** Finds a data folder and binaries that the server's user can access; `directory` is DATA_DIR. */
export async function findPlace(directory: string): Promise<Place> {
  const wanted = path.resolve(directory);
  const installed = await installedBinaries();
  const notes: string[] = [];

  await mkdir(wanted, { recursive: true });
  let base = (await movedTo(wanted)) ?? wanted;
  const account = await serverAccount(path.join(base, 'postgres'));
  if (!reaches(account, '-x', [base])) {
    base = path.join(SHARED_PLACE, `data-${randomBytes(6).toString('hex')}`);
    await sharedFolder(base, wanted, account);
    await writeFile(path.join(wanted, MOVED), `${base}\n`);
  }
  if (base !== wanted) {
    notes.push(`The data is in ${base}: user ${account.name} cannot reach ${wanted}.`);
  }

  const probes = ['share/postgresql/postgres.bki', 'share/postgresql/timezone'];
  const readable = reaches(
    account,
    '-r',
    probes.map((probe) => path.join(installed.root, probe)),
  );
  const runs = reaches(account, '-x', [binary(installed, 'postgres'), binary(installed, 'initdb')]);
  let binaries = installed;
  if (!readable || !runs) {
    await sharedFolder(SHARED_PLACE, installed.root, account);
    binaries = await copyBinaries(installed);
    notes.push(
      `Postgres runs from ${binaries.root}: user ${account.name} cannot reach node_modules.`,
    );
  }
  return { base, data: path.join(base, 'postgres'), binaries, account, notes };
}

/**
 * Returns where an earlier start moved this folder's data; a new checkout at its path starts fresh.
 */
async function movedTo(wanted: string): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  const kept = await readFile(path.join(wanted, MOVED), 'utf8').catch(() => '');
  const folder = kept.trim();
  return folder && (await exists(folder)) ? folder : null;
}

const exists = async (file: string) => (await stat(file).catch(() => null)) !== null;

async function sharedFolder(folder: string, instead: string, account: Account): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    if (!reaches(account, '-x', [folder])) throw new Error(`${folder} cannot be reached either`);
  } catch (error) {
    throw new Error(
      `Postgres does not run as root, and user ${account.name} cannot reach ${instead} ` +
        `(${(error as Error).message}). Move the checkout out of a private folder, ` +
        'start as its owner, or set DATA_DIR or DATABASE_URL.',
    );
  }
}

/** Copies to a temporary name and renames, so that an interrupted copy is never used. */
async function copyBinaries(installed: Binaries): Promise<Binaries> {
  const root = path.join(SHARED_PLACE, `postgres-${installed.version}`);
  if (!(await exists(root))) {
    const partial = `${root}.${process.pid}`;
    await cp(installed.root, partial, { recursive: true, verbatimSymlinks: true });
    await openToAll(partial);
    await rename(partial, root).catch(async (error: unknown) => {
      await rm(partial, { recursive: true, force: true });
      if (!(await exists(root))) throw error;
    });
  }
  return { ...installed, root };
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode | 0o555);
  }
}

/** Creates an empty folder owned by the server's user alone. */
export async function ownFolder(folder: string, account: Account): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(folder, account.uid, account.gid);
  }
}
