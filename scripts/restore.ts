import { RestoreRefused } from '@/db/backup/restoring';
import { connect } from '@/db/client';
import { checkInvariants } from '@/lib/invariants/service';
import { secretPrint } from './backup/format';
import { checkBackup, restoreBackup } from './backup/read';
import { withDatabase } from './setup/database';

const [, , file] = process.argv;
if (!file || file.startsWith('-')) {
  console.error('npm run restore -- FILE');
  process.exit(1);
}

try {
  // Before a database is started or touched.
  const checked = await checkBackup(file);
  await withDatabase(
    async ({ url }) => {
      await restoreBackup(url, file, checked);
      const { version, at, secret } = checked.head;
      if (secret !== secretPrint()) {
        console.log(
          'AUTH_SECRET differs from that of the backup: mails that were queued cannot be sent.',
        );
      }
      const broken = await countViolations(url);
      if (broken > 0) throw new RestoreRefused(`${broken} invariants are violated.`);
      console.log(`Restored the site of ${at}, version ${version}. All invariants hold.`);
    },
    { migrates: false },
  );
} catch (error) {
  if (!(error instanceof RestoreRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function countViolations(url: string): Promise<number> {
  const { db, sql } = connect(url);
  let broken = 0;
  try {
    for await (const { invariant, violations } of checkInvariants(db)) {
      if (violations === 0) continue;
      broken++;
      console.error(`${violations}  ${invariant}`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return broken;
}
