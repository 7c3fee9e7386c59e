import { db, transaction } from '@/db/client';
import { listRenderedBefore, replaceRendering } from '@/db/queries/comments';
import { publishInvalidation } from '@/db/queries/invalidation';
import { commentsTag } from '@/lib/base/tags';
import { RENDERER_VERSION } from '@/lib/markup/limits';
import { renderComment } from './rendering';

/** Comments per run, rendered sequentially so that new comments do not wait for them. */
const BATCH = 300;

/** Renders comments of older versions again, newest first; returns how many. */
export async function renderAgain(): Promise<number> {
  const old = await listRenderedBefore(db(), RENDERER_VERSION, BATCH);
  for (const { id, paperId, markdown, revision } of old) {
    const { html, renderer } = await renderComment(markdown, `${id}.${revision}`);
    await transaction(async (tx) => {
      await replaceRendering(tx, { id, markdown, html, renderer });
      await publishInvalidation(tx, [commentsTag(paperId)]);
    });
  }
  return old.length;
}
