import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { SHOWN_AS_TEXT } from '@/lib/markup/limits';
import * as render from '@/lib/markup/render';
import { takeLimit } from '@/lib/web/rate-limit';
import type { Viewer } from '@/lib/web/types';
import { editComment, postComment, previewComment } from './service';

vi.spyOn(render, 'renderMarkdown').mockImplementation(async (markdown) => ({
  html: markdown,
  mentioned: [],
  renderer: markdown.startsWith('slow') ? SHOWN_AS_TEXT : 1,
}));

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

type Act = (viewer: Viewer, paperId: number, markdown: string) => Promise<unknown>;
const post: Act = (viewer, paperId, markdown) =>
  postComment({ viewer }, { paperId, markdown, clientKey: randomUUID() });
const preview: Act = (viewer, _, markdown) => previewComment({ viewer }, { markdown });
const edit: Act = async (viewer, paperId, markdown) => {
  const posted = await postComment(
    { viewer },
    { paperId, markdown: 'A word.', clientKey: randomUUID() },
  );
  if (!posted.ok) throw new Error(posted.reason);
  await editComment({ viewer }, { commentId: posted.data.commentId, revision: 0, markdown });
};

/** Returns how many of 35 attempts the limit admits, when asked as a transport would. */
async function admitted(limit: 'comment' | 'preview', act: Act, markdown: string) {
  const viewer = await createUser();
  const { id: paperId } = await createPaper({ listed: true });
  for (let n = 0; n < 35; n++) {
    // Past the pause between two comments, but within the hour.
    if (limit === 'comment') {
      await rawSql()`update rate_limits set updated_at = updated_at - interval '5 seconds'`;
    }
    if (await takeLimit(limit, { viewer, address: '' })) return n;
    await act(viewer, paperId, `${markdown} ${n}`);
  }
  return 35;
}

it.each([
  ['comments', 'comment', post],
  ['edits', 'comment', edit],
  ['previews', 'preview', preview],
] as const)(
  '%s that exhaust the renderer’s time limit are charged ten times',
  async (_, limit, act) => {
    const usual = await admitted(limit, act, 'quick');
    expect(usual).toBeGreaterThan(29);
    const costly = await admitted(limit, act, 'slow');
    expect(costly).toBeGreaterThan(0);
    expect(costly).toBeLessThanOrEqual(Math.ceil(usual / 4));
  },
);
