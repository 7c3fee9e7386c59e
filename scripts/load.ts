import { parseArgs } from 'node:util';
import { transaction } from '@/db/client';
import { checkDump, loadDump } from '@/lib/dump/load';
import { readOwners } from '@/lib/dump/owners';
import { DumpRefused } from '@/lib/dump/types';
import { withDatabase } from './setup/database';

const USAGE = `npm run load -- [--owners FILE] [--keep-roles] DUMP
npm run load -- --owners FILE

Loads the public dump of a Papertide (npm run dump) into a new, empty one: the same papers, addresses,
days, users, discussions and collections. Users take their accounts back by ORCID, or by mail with the
file of \`npm run dump -- --owners FILE\`; that file alone can be loaded later. Without --keep-roles
moderators and administrators become members.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    owners: { type: 'string' },
    'keep-roles': { type: 'boolean' },
  },
});
const [file] = positionals;
const { owners, help } = values;
if (help || positionals.length > 1 || (!file && !owners)) {
  console.log(USAGE);
  process.exit(help ? 0 : 1);
}

try {
  // Before a database is started or touched.
  if (file) await checkDump(file);
  await withDatabase(async ({ url, signal }) => {
    if (!file) {
      const given = await transaction((tx) => readOwners(tx, owners ?? ''));
      console.log(`${given} users can take their account back by mail.`);
      return;
    }
    const loaded = await loadDump(url, file, { keepRoles: values['keep-roles'], owners, signal });
    const parts = Object.entries(loaded.counts).map(([type, count]) => `${count} ${type}`);
    console.log(`${loaded.head.site} as of ${loaded.head.at}: ${parts.join(', ')}.`);
    console.log('All invariants hold.');
  });
} catch (error) {
  const words = explained(error);
  if (!words) throw error;
  console.error(words);
  process.exitCode = 1;
}

function explained(error: unknown): string | null {
  if (error instanceof DumpRefused) return error.message;
  if (error instanceof Error && error.message === 'interrupted') {
    return 'Stopped. Nothing of the dump was loaded.';
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file ${path}.`;
  return code === 'EACCES' || code === 'EISDIR' ? `${path ?? file} cannot be read.` : null;
}
