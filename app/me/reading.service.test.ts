import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { listSavedSlugs } from '@/lib/collections/data';
import { savePaper } from '@/lib/collections/service';
import { listNewestComments } from '@/lib/comments/data';
import { postComment } from '@/lib/comments/service';
import type { Viewer } from '@/lib/web/types';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'collections'));

async function comment(viewer: Viewer, paperId: number): Promise<number> {
  const input = { paperId, markdown: 'A thought.', clientKey: randomUUID() };
  const posted = await postComment({ viewer, network: null }, input);
  if (!posted.ok) throw new Error(posted.reason);
  return posted.data.commentId;
}

it('lists the saved papers of the viewer alone, the last one first, without removed ones', async () => {
  const [viewer, other] = [
    await createUser({ handle: 'ada' }),
    await createUser({ handle: 'bob' }),
  ];
  const papers = [await createPaper(), await createPaper(), await createPaper()];
  for (const paper of papers) {
    await savePaper({ viewer, network: null }, { paper: paper.slug });
    await rawSql()`update collection_papers set added_at = added_at - interval '1 minute'`;
  }
  await savePaper({ viewer: other, network: null }, { paper: (await createPaper()).slug });
  const [first, second, third] = papers.map(({ slug }) => slug);
  expect(await listSavedSlugs(viewer)).toEqual([third, second, first]);
  await rawSql()`update papers set removed_at = now() where slug = ${second ?? ''}`;
  expect(await listSavedSlugs(viewer)).toEqual([third, first]);
});

it('tells when the newest comments that can be seen were written', async () => {
  const [author, paper] = [await createUser({ handle: 'ada' }), await createPaper()];
  const shown = await comment(author, paper.id);
  const hidden = await comment(author, paper.id);
  await comment(author, (await createPaper()).id);
  await rawSql()`update comments set hidden_at = now() where id = ${hidden}`;
  const newest = await listNewestComments(paper.id);
  expect(newest.map(({ id, handle }) => [id, handle])).toEqual([[shown, 'ada']]);
  expect(newest[0]?.at).toMatch(/Z$/);
});
