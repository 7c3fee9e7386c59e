import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { temporaryData } from '@/e2e/support/data-folder';
import { forgetEnv } from '@/lib/base/env';
import { indexAll } from '@/lib/search/service';
import { readCollection } from './support/search/collection';
import { insertDocuments } from './support/search/documents';
import { judgeSimilar } from './support/search/similar';
import { table } from './support/table';

export const about = 'how good similar papers are; --collection DIR';

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { collection: { type: 'string' } } });
  if (!values.collection) throw new Error(about);
  const data = await temporaryData();
  const server = await startEmbedded(join(data.dir, 'data'));
  process.env.DATABASE_URL = server.url;
  forgetEnv();
  const { sql, db } = connect(server.url, { max: 2 });
  try {
    await migrate(server.url);
    const collection = readCollection(values.collection);
    const idOf = await insertDocuments(collection, db);
    await indexAll(db);
    const rows = await judgeSimilar(collection, idOf, db);
    console.log(table(['similar papers by', 'documents', 'nDCG@10'], rows));
  } finally {
    await sql.end();
    await server.stop();
    await data.remove();
  }
}
