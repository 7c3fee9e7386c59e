import { db } from '@/db/client';
import { loadDemo, removeDemo } from '@/db/demo';
import { publishInvalidation, publishPapers } from '@/db/queries/invalidation';
import { siteUrl } from '@/lib/base/env';
import { commentsTag, FEEDS } from '@/lib/base/tags';
import { renderMarkdown } from '@/lib/markup/render';
import { listScenarios, SCENARIOS } from './scenarios';
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

/** Creates a scenario and prints the addresses that show it. */
async function scenario(name: string): Promise<void> {
  const paths = (await SCENARIOS[name]?.make()) ?? [];
  for (const path of paths) console.log(`${siteUrl()}${path}`);
}

const [verb, name] = process.argv.slice(2);
if (verb === 'load') await withDatabase(load);
else if (verb === 'remove') await withDatabase(remove);
else if (verb === 'scenario' && !name) console.log(listScenarios());
else if (verb === 'scenario' && name && Object.hasOwn(SCENARIOS, name)) {
  await withDatabase(() => scenario(name));
} else {
  console.error(`Usage: npm run demo -- load | remove | scenario NAME\n\n${listScenarios()}`);
  process.exitCode = 2;
}
