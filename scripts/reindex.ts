import { connect } from '@/db/client';
import { indexAll, startAnew } from '@/lib/search/service';
import { withDatabase } from './setup/database';

/** Rebuilds the search index from the papers, for when `npm run check` reports an inconsistency. */
await withDatabase(async ({ url, signal }) => {
  const { db, sql } = connect(url);
  try {
    await startAnew(db);
    const papers = await indexAll(db, {
      signal,
      onStep: (done) => console.log(`${done} papers indexed`),
    });
    console.log(`${papers} papers are in the search index anew.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
});
