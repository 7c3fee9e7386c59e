import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { editComment, postComment } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

/** Edits one comment, each time with ten other mentions, after the pause between comments. */
async function editOften(viewer: Viewer, edits: number, { pause = true } = {}) {
  const readers = await Promise.all(Array.from({ length: edits * 10 }, () => createUser()));
  const { id: paperId } = await createPaper({ listed: true });
  const posted = await postComment(
    { viewer },
    { paperId, markdown: 'A word.', clientKey: randomUUID() },
  );
  if (!posted.ok) throw new Error(posted.reason);
  const results = [];
  for (let n = 0; n < edits; n++) {
    const called = readers.slice(n * 10, n * 10 + 10).map(({ handle }) => `@${handle}`);
    const { commentId } = posted.data;
    const input = { commentId, revision: n, markdown: called.join(' ') };
    if (pause) {
      await rawSql()`update rate_limits set updated_at = updated_at - interval '5 seconds'`;
    }
    const result = await editComment({ viewer }, input);
    results.push(result.ok ? 'ok' : result.reason);
  }
  const [row] =
    await rawSql()`select count(*)::int as notified from notifications where kind = 'mention'`;
  return { notified: Number(row?.notified), results };
}

describe('mentions of one user and day', () => {
  it.each([
    ['a new account', { createdAt: new Date() }, 20],
    ['a limited account', { limitedUntil: new Date(Date.now() + 86_400_000) }, 20],
    ['any other account', {}, 100],
  ])('of %s notify no more than its limit, by edits too', async (_name, facts, most) => {
    const viewer = await createUser(facts);
    const edits = most / 10 + 1;
    // Edits of one comment have a limit of their own.
    const { notified } = await editOften(viewer, Math.min(edits, 10));
    expect(notified).toBeLessThanOrEqual(most + 2);
    expect(notified).toBeGreaterThanOrEqual(Math.min(most, 90));
  });
});

describe('an edit', () => {
  it('that adds a mention counts towards the limit of comments', async () => {
    const { results } = await editOften(await createUser(), 3, { pause: false });
    expect(results).toContain('rate_limited');
  });

  it('of one comment has a limit of its own', async () => {
    const { results } = await editOften(await createUser(), 14);
    expect(results.filter((result) => result === 'ok').length).toBeLessThanOrEqual(10);
    expect(results).toContain('rate_limited');
  });
});
