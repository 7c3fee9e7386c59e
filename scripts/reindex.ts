import { connect } from '@/db/client';
import { indexAll, startAnew } from '@/lib/search/service';
import { withDatabase } from './setup/database';

/** Makes the search index anew from the papers, for when `npm run check` finds it off. */
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
