import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { getComment } from '@/db/queries/comments';
import { listThreadRows } from '@/db/queries/threads';
import { recomputePaper } from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Result } from '@/lib/base/errors';
import { RENDERER_VERSION } from '@/lib/markup/limits';
import type { Viewer } from '@/lib/web/types';
import { toPublic } from './public';
import { deleteComment, editComment, postComment, previewComment, readComment } from './service';

useTestDatabase();

let writer: Viewer;
let other: Viewer;
beforeAll(async () => {
  writer = await createUser();
  other = await createUser();
});

const paper = async () => (await createPaper({ listed: true })).id;
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.data;
};

const post = (
  paperId: number,
  {
    as = writer,
    ...input
  }: { as?: Viewer; parentId?: number; markdown?: string; clientKey?: string } = {},
) =>
  postComment({ viewer: as }, { paperId, markdown: 'Well $x$', clientKey: randomUUID(), ...input });

/** All comments of a paper in their public form, oldest first. */
async function listed(paperId: number) {
  const roots = await rawSql()`select id::int from comments
    where paper_id = ${paperId} and parent_id is null`;
  return (
    await listThreadRows(
      db(),
      roots.map((root) => root.id),
      100,
    )
  ).map(toPublic);
}

async function counted(paperId: number): Promise<number> {
  const [row] = await rawSql()`select comment_count from papers where id = ${paperId}`;
  return row?.comment_count;
}

async function trending(paperId: number): Promise<number> {
  const [row] = await rawSql()`select trending from papers where id = ${paperId}`;
  return row?.trending;
}

describe('posting', () => {
  it('stores Markdown and HTML, and counts the comment', async () => {
    const paperId = await paper();
    const { commentId } = value(await post(paperId, { markdown: 'So $e^{i\\pi}+1=0$ <b>' }));
    const [comment] = await listed(paperId);
    expect(comment).toMatchObject({
      id: commentId,
      parentId: null,
      state: 'visible',
      author: { handle: writer.handle, name: null },
      editedAt: null,
      revision: 0,
    });
    expect(comment?.html).toMatch(/^<p>So <math>.*<\/math> &#x3C;b><\/p>$/);
    expect((await getComment(db(), commentId))?.markdown).toBe('So $e^{i\\pi}+1=0$ <b>');
    const [row] = await rawSql()`select renderer from comments where id = ${commentId}`;
    expect(row?.renderer).toBe(RENDERER_VERSION);
    expect(await counted(paperId)).toBe(1);
  });

  it('publishes only handle and name of its author', async () => {
    const paperId = await paper();
    await post(paperId);
    const text = JSON.stringify(await listed(paperId));
    expect(text).not.toContain(writer.id);
    expect(text).not.toContain('@');
  });

  it('is idempotent, also under concurrent requests', async () => {
    const paperId = await paper();
    const clientKey = randomUUID();
    const sent = Array.from({ length: 8 }, () => post(paperId, { clientKey }));
    const ids = (await Promise.all(sent)).map((result) => value(result).commentId);
    ids.push(value(await post(paperId, { clientKey })).commentId);
    expect(new Set(ids).size).toBe(1);
    expect(await listed(paperId)).toHaveLength(1);
    expect(await counted(paperId)).toBe(1);
  });

  it('separates the keys of two users', async () => {
    const paperId = await paper();
    const clientKey = randomUUID();
    await post(paperId, { clientKey });
    await post(paperId, { clientKey, as: other });
    expect(await listed(paperId)).toHaveLength(2);
  });

  it('counts correctly under concurrent requests', async () => {
    const paperId = await paper();
    const readers = await Promise.all(Array.from({ length: 10 }, () => createUser()));
    await Promise.all(readers.map((as) => post(paperId, { as })));
    expect(await counted(paperId)).toBe(10);
    const before = await trending(paperId);
    await transaction((tx) => recomputePaper(tx, paperId));
    expect(await trending(paperId)).toBeCloseTo(before, 9);
  });

  it('replies only to visible comments on the same paper', async () => {
    const paperId = await paper();
    const parent = value(await post(paperId)).commentId;
    const reply = value(await post(paperId, { parentId: parent, as: other })).commentId;
    expect(await listed(paperId)).toMatchObject([{ id: parent }, { id: reply, parentId: parent }]);

    const elsewhere = await paper();
    expect(await post(elsewhere, { parentId: parent })).toMatchObject({ reason: 'not_found' });
    expect(await post(paperId, { parentId: 999_999 })).toMatchObject({ reason: 'not_found' });
    value(await deleteComment({ viewer: other }, { commentId: reply }));
    expect(await post(paperId, { parentId: reply })).toMatchObject({ reason: 'not_found' });
    await rawSql()`update comments set hidden_at = now() where id = ${parent}`;
    expect(await post(paperId, { parentId: parent })).toMatchObject({ reason: 'not_found' });
    expect(await counted(elsewhere)).toBe(0);
  });

  it('needs a paper and a user who may write', async () => {
    const input = { paperId: await paper(), markdown: 'a', clientKey: randomUUID() };
    const as = async (viewer: Viewer | null) => (await postComment({ viewer }, input)).ok;
    expect(await postComment({ viewer: writer }, { ...input, paperId: 999_999 })).toMatchObject({
      reason: 'not_found',
    });
    expect(await as(null)).toBe(false);
    expect(await as(await createUser({ banned: true }))).toBe(false);
    expect(await as(await createUser({ handle: null }))).toBe(false);
    expect(await listed(input.paperId)).toEqual([]);
  });

  it('notifies every instance after the commit', async () => {
    const paperId = await paper();
    const heard: string[] = [];
    const { unlisten } = await rawSql().listen('papertide_invalidate', (text) => heard.push(text));
    await post(paperId);
    await expect
      .poll(() => heard.flatMap((text) => JSON.parse(text)))
      .toEqual([`comments:${paperId}`, `paper:${paperId}`]);
    await unlisten();
  });
});

describe('editing', () => {
  it('keeps the old text as a revision and marks the comment as edited', async () => {
    const paperId = await paper();
    const { commentId } = value(await post(paperId, { markdown: 'one' }));
    value(await editComment({ viewer: writer }, { commentId, revision: 0, markdown: '**two**' }));
    value(await editComment({ viewer: writer }, { commentId, revision: 1, markdown: 'three' }));
    const [comment] = await listed(paperId);
    expect(comment).toMatchObject({ html: '<p>three</p>', revision: 2 });
    expect(comment?.editedAt).not.toBeNull();
    const revisions = await rawSql()`
      select revision, markdown from comment_revisions where comment_id = ${commentId} order by 1`;
    expect([...revisions]).toEqual([
      { revision: 1, markdown: 'one' },
      { revision: 2, markdown: '**two**' },
    ]);
    expect(await counted(paperId)).toBe(1);
  });

  it('refuses to overwrite another edit, and accepts the same edit twice', async () => {
    const { commentId } = value(await post(await paper()));
    const edit = (revision: number, markdown: string) =>
      editComment({ viewer: writer }, { commentId, revision, markdown });
    const results = await Promise.all([edit(0, 'here'), edit(0, 'there')]);
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual([
      'conflict',
      'ok',
    ]);
    const { markdown, revision } = value(await readComment({ viewer: writer }, { commentId }));
    expect(revision).toBe(1);
    expect(await edit(0, markdown)).toMatchObject({ ok: true });
    expect(value(await readComment({ viewer: writer }, { commentId })).revision).toBe(1);
  });

  it('is allowed to the author only', async () => {
    const paperId = await paper();
    const { commentId } = value(await post(paperId));
    const moderator = await createUser({ role: 'moderator' });
    for (const viewer of [other, moderator]) {
      const change = { commentId, revision: 0, markdown: 'mine' };
      expect(await editComment({ viewer }, change)).toMatchObject({ reason: 'forbidden' });
      expect(await readComment({ viewer }, { commentId })).toMatchObject({ reason: 'forbidden' });
      expect(await deleteComment({ viewer }, { commentId })).toMatchObject({ reason: 'forbidden' });
    }
    for (const verb of [readComment, deleteComment]) {
      expect(await verb({ viewer: null }, { commentId })).toMatchObject({ reason: 'signed_out' });
    }
    expect(await listed(paperId)).toMatchObject([{ state: 'visible', revision: 0 }]);
  });
});

describe('deleting', () => {
  it('erases the text and all revisions, and keeps the position', async () => {
    const paperId = await paper();
    const { commentId } = value(await post(paperId, { markdown: 'my secret' }));
    value(await editComment({ viewer: writer }, { commentId, revision: 0, markdown: 'gone' }));
    value(await post(paperId, { parentId: commentId, as: other }));
    expect(await counted(paperId)).toBe(2);

    value(await deleteComment({ viewer: writer }, { commentId }));
    value(await deleteComment({ viewer: writer }, { commentId }));
    expect(await listed(paperId)).toMatchObject([
      { state: 'deleted', author: null, html: '' },
      { state: 'visible', parentId: commentId },
    ]);
    expect(await counted(paperId)).toBe(1);
    const rows = await rawSql()`select markdown, html from comments where id = ${commentId}
      union all select markdown, '' from comment_revisions where comment_id = ${commentId}`;
    expect([...rows]).toEqual([{ markdown: '', html: '' }]);
    const change = { commentId, revision: 0, markdown: 'back' };
    expect(await editComment({ viewer: writer }, change)).toMatchObject({ reason: 'not_found' });
  });

  it('reverts what the comment added to the paper’s counts', async () => {
    const paperId = (await createPaper({ listed: true, listedBy: 'submission' })).id;
    await transaction((tx) => recomputePaper(tx, paperId));
    const before = await trending(paperId);
    const { commentId } = value(await post(paperId));
    expect(await trending(paperId)).toBeGreaterThan(before);
    value(await deleteComment({ viewer: writer }, { commentId }));
    expect(await trending(paperId)).toBeCloseTo(before, 9);
  });
});

describe('the preview', () => {
  it('renders a text as posting would, for members only', async () => {
    const preview = await previewComment({ viewer: writer }, { markdown: '*a*' });
    expect(preview).toEqual({ ok: true, data: { html: '<p><em>a</em></p>', asText: false } });
    const deep = await previewComment({ viewer: writer }, { markdown: '>'.repeat(100) });
    expect(deep).toMatchObject({ data: { asText: true } });
    expect(await previewComment({ viewer: null }, { markdown: 'a' })).toMatchObject({
      reason: 'signed_out',
    });
  });
});
