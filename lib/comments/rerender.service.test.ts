import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { RENDERER_VERSION } from '@/lib/markup/limits';
import { renderAgain } from './rerender';
import { postComment } from './service';

useTestDatabase();

it('renders comments of an older version again, with titles of papers added since', async () => {
  const viewer = await createUser();
  const { id: paperId } = await createPaper({ listed: true });
  const ids: number[] = [];
  for (const markdown of ['See 2401.77777.', '*As typed*', 'New']) {
    const posted = await postComment({ viewer }, { paperId, markdown, clientKey: randomUUID() });
    if (posted.ok) ids.push(posted.data.commentId);
  }
  await rawSql()`update comments set renderer = 1, html = 'old' where id = ${ids[0] ?? 0}`;
  await rawSql()`update comments set renderer = 0, html = 'text' where id = ${ids[1] ?? 0}`;
  await createPaper({ externalId: '2401.77777', title: 'On *stars* & $L^2$' });
  expect(await renderAgain()).toBe(1);
  expect(await renderAgain()).toBe(0);
  const rows = await rawSql()`select html, renderer from comments order by id`;
  expect(rows.map(({ renderer }) => renderer)).toEqual([RENDERER_VERSION, 0, RENDERER_VERSION]);
  expect(rows[0]?.html).toBe(
    '<p>See <a href="/papers/2401.77777" class="paper-link">On *stars* &#x26; L^2</a>.</p>',
  );
  expect(rows[1]?.html).toBe('text');
});
