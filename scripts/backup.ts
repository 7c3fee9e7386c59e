import { existsSync, statSync } from 'node:fs';
import { writeBackup } from './backup/write';
import { withDatabase } from './setup/database';

const [, , file] = process.argv;
if (!file || file.startsWith('-') || existsSync(file)) {
  console.error(file && existsSync(file) ? `${file} exists already.` : 'npm run backup -- FILE');
  process.exit(1);
}

await withDatabase(async ({ url }) => {
  const { rows, pictures, missing } = await writeBackup(url, file);
  const total = Object.values(rows).reduce((sum, one) => sum + one, 0);
  const size = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file}: ${size} MB, ${total} rows, ${pictures} files of pictures.`);
  if (missing > 0) console.log(`${missing} files of pictures were not found.`);
  console.log('AUTH_SECRET is not part of it: keep it, or DATA_DIR/secret, elsewhere.');
});
