import { db } from '@/db/client';
import { loadDemo, removeDemo } from '@/db/demo';
import { publishInvalidation, publishPapers } from '@/db/queries/invalidation';
import { commentsTag, FEEDS } from '@/lib/base/tags';
import { renderMarkdown } from '@/lib/markup/render';
import { withDatabase } from './setup/database';

async function load(): Promise<void> {
  const counts = await loadDemo(db(), { render: renderMarkdown });
  if (!counts) {
    console.log('The demo is here already. Nothing has changed.');
    return;
  }
  await publishInvalidation(db(), [FEEDS]);
  const { papers, readers, upvotes, comments } = counts;
  console.log(
    `Loaded ${papers} papers, ${readers} readers, ${upvotes} upvotes and ${comments} comments.`,
  );
}

async function remove(): Promise<void> {
  const { papers, kept, readers, upvotes, comments, touched } = await removeDemo(db());
  await publishPapers(db(), touched);
  await publishInvalidation(db(), [FEEDS, ...touched.map(commentsTag)]);
  console.log(
    `Removed ${papers} papers, ${readers} readers, ${upvotes} upvotes and ${comments} comments.`,
  );
  if (kept > 0) console.log(`Kept ${kept} papers that readers or imports have taken up.`);
}

const [verb] = process.argv.slice(2);
if (verb === 'load') await withDatabase(load);
else if (verb === 'remove') await withDatabase(remove);
else {
  console.error('Usage: npm run demo -- load | remove');
  process.exitCode = 2;
}
