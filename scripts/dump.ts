import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { db } from '@/db/client';
import { dumpFolder } from '@/lib/dump/files';
import { writeOwners } from '@/lib/dump/owners';
import { writeDump } from '@/lib/dump/service';
import { withDatabase } from './setup/database';

const { owners } = parseArgs({ options: { owners: { type: 'string' } } }).values;
if (owners && existsSync(owners)) {
  console.error(`${owners} exists already.`);
  process.exit(1);
}

await withDatabase(async () => {
  const { file, bytes, counts } = await writeDump();
  const parts = Object.entries(counts).map(([type, count]) => `${count} ${type}`);
  console.log(
    `${path.join(dumpFolder(), file)}: ${(bytes / 1e6).toFixed(1)} MB, ${parts.join(', ')}`,
  );
  if (owners) {
    const written = await writeOwners(db(), owners);
    console.log(`${owners}: ${written} e-mail addresses. Keep it secret; it is not for download.`);
  }
});
