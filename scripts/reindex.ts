import { rebuildIndex } from '@/lib/search/rebuild';
import { withDatabase } from './setup/database';

/** Rebuilds the search index from the papers, for when `npm run check` reports an inconsistency. */
await withDatabase(async ({ url, signal }) => {
  const papers = await rebuildIndex(url, {
    signal,
    onStep: (done) => console.log(`${done} papers indexed`),
  });
  if (papers !== null) console.log(`The search index is rebuilt: ${papers} papers.`);
  else if (signal.aborted) console.log('Stopped. The search index is as it was.');
  else {
    console.error('The search index is being rebuilt already.');
    process.exitCode = 1;
  }
});
