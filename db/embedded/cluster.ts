import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { binary } from './binaries';
import { ownFolder, type Place } from './place';

export const SUPERUSER = 'papertide';

/** Creates the data folder if missing; returns whether it did. */
export async function ensureCluster(place: Place): Promise<boolean> {
  if (await exists(path.join(place.data, 'PG_VERSION'))) {
    await refuseOtherVersion(place);
    return false;
  }
  // Built beside its final path and renamed, so that a crash never leaves a partial folder there.
  const partial = `${place.data}.new`;
  const passwordFile = path.join(place.base, 'password.new');
  const password = randomBytes(24).toString('base64url');
  await ownFolder(partial, place.account);
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (place.account.uid !== undefined && place.account.gid !== undefined) {
    await chown(passwordFile, place.account.uid, place.account.gid);
  }
  await initdb(place, partial, passwordFile);
  await rename(passwordFile, passwordPath(place));
  await rename(partial, place.data);
  return true;
}

const passwordPath = (place: Place) => path.join(place.base, 'password');

export async function clusterPassword(place: Place): Promise<string> {
  return (await readFile(passwordPath(place), 'utf8')).trim();
}

function initdb(place: Place, folder: string, passwordFile: string): Promise<void> {
  const { uid, gid } = place.account;
  const child = spawn(
    binary(place.binaries, 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { uid, gid, cwd: folder, env: serverEnv(), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb failed: ${said.trim() || code}`)),
    );
  });
}

async function refuseOtherVersion(place: Place): Promise<void> {
  const found = (await readFile(path.join(place.data, 'PG_VERSION'), 'utf8')).trim();
  const ours = place.binaries.version.split('.')[0];
  if (found !== ours) {
    throw new Error(
      `The data in ${place.data} is of Postgres ${found}, this is ${ours}: dump it with the old ` +
        'version and restore it here (docs/operating.md).',
    );
  }
}

/** Passes neither our environment nor the user's PG* variables to the server. */
export const serverEnv = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: 'C',
  TZ: 'UTC',
});

const exists = async (file: string) => (await stat(file).catch(() => null)) !== null;
