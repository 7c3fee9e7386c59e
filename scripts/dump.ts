import path from 'node:path';
import { dumpFolder } from '@/lib/dump/files';
import { writeDump } from '@/lib/dump/service';
import { withDatabase } from './setup/database';

await withDatabase(async () => {
  const { file, bytes, counts } = await writeDump();
  const parts = Object.entries(counts).map(([type, count]) => `${count} ${type}`);
  console.log(
    `${path.join(dumpFolder(), file)}: ${(bytes / 1e6).toFixed(1)} MB, ${parts.join(', ')}`,
  );
});
