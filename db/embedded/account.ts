import { execFileSync, spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';

/** The system user that runs Postgres; empty for our own. */
export type Account = { uid?: number; gid?: number; name?: string };

const CANDIDATES = ['papertide', 'postgres', 'nobody'];

/** Postgres refuses to run as root; root uses the owner of the data, or an unprivileged user. */
export async function serverAccount(dataFolder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const existing = await stat(dataFolder).catch(() => null);
  if (existing && existing.uid !== 0) {
    return { uid: existing.uid, gid: existing.gid, name: userName(existing.uid) };
  }
  for (const name of CANDIDATES) {
    const uid = identity('-u', name);
    const gid = identity('-g', name);
    if (uid && gid) return { uid, gid, name };
  }
  throw new Error(
    'Postgres does not run as root, and there is no user to lend it: create one ' +
      '(useradd --system papertide), start as a plain user, or set DATABASE_URL.',
  );
}

function identity(flag: '-u' | '-g', name: string): number | undefined {
  try {
    const out = execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] });
    return Number.parseInt(out.toString(), 10);
  } catch {
    return undefined;
  }
}

function userName(uid: number): string | undefined {
  try {
    return execFileSync('id', ['-un', String(uid)], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

/** Whether the account passes `test` with this flag on every one of the paths. */
export function reaches(account: Account, flag: '-r' | '-w' | '-x', paths: string[]): boolean {
  if (account.uid === undefined) return true;
  const script = `for p in "$@"; do test ${flag} "$p" || exit 1; done`;
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], { uid, gid, cwd: '/' }).status === 0;
}
