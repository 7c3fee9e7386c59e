import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { appealAct, replyToAppeal } from '@/lib/appeals/service';
import { collectedTag } from '@/lib/base/tags';
import { getInForce, getLog } from '@/lib/moderation/data';
import {
  banReader,
  hideCollection,
  mergePapers,
  restoreCollection,
  unbanReader,
} from '@/lib/moderation/service';
import { listCases } from '@/lib/reports/data';
import { resolveInput } from '@/lib/reports/schema';
import { report, resolveReports } from '@/lib/reports/service';
import type { Viewer } from '@/lib/web/types';
import { getCollection, getCollectionPage } from './data';
import { createInput } from './schema';
import { collectPaper, createCollection, updateCollection } from './service';
import type { Visibility } from './types';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'moderation_log'));

const make = async (
  viewer: Viewer,
  visibility: Visibility = 'public',
  name = 'Buy <b>pills</b>',
) => {
  const facts = { name, description: 'At my shop.', visibility };
  const result = await createCollection({ viewer }, createInput.parse(facts));
  if (!result.ok) throw new Error(result.reason);
  return result.data.key;
};
const tell = (viewer: Viewer, collection: string) =>
  report({ viewer }, { collection, reason: 'spam', words: 'A shop.' });

it('is reported and hidden; its owner is notified, appeals, and gets it back', async () => {
  const [owner, reader] = [await createUser({ handle: 'owner' }), await createUser()];
  const moderator = await createUser({ role: 'moderator' });
  const key = await make(owner);
  expect(await tell(reader, key)).toMatchObject({ ok: true });
  expect(await tell(reader, key)).toMatchObject({ ok: true });
  const { cases } = await listCases();
  expect(cases).toMatchObject([
    {
      paper: null,
      comment: null,
      collection: { key, name: 'Buy <b>pills</b>', description: 'At my shop.', hidden: false },
      reader: { handle: 'owner' },
      reports: [{ words: 'A shop.' }],
    },
  ]);
  const act = (what: string) =>
    resolveReports(
      { viewer: moderator },
      resolveInput.parse({ subject: cases[0]?.subject, act: what, reason: 'Advertising.' }),
    );
  for (const never of ['hide_comment', 'lock_discussion', 'remove_paper']) {
    expect(await act(never), never).toMatchObject({ reason: 'not_found' });
  }
  expect(await act('hide_collection')).toMatchObject({ ok: true });
  expect((await listCases()).cases).toEqual([]);
  expect(await getCollection(reader, key)).toBeNull();
  expect(await tell(reader, key)).toMatchObject({ reason: 'not_found' });
  expect(await getCollection(owner, key)).toMatchObject({ hidden: true });
  expect((await getInForce()).collections).toMatchObject([{ key, reason: 'Advertising.' }]);
  const [entry] = (await getLog(1)).entries;
  expect(entry).toMatchObject({ action: 'hide_collection', reader: null, paper: null });
  expect(JSON.stringify(entry)).not.toContain(key);
  const notified = await rawSql()`select detail from notifications where user_id = ${owner.id}`;
  expect(notified.map(({ detail }) => detail)).toEqual(['hide_collection']);

  // Setting it to public does not lift the moderators' decision.
  const changes = { name: 'Pills', description: '', visibility: 'public' as const };
  await updateCollection({ viewer: owner }, { collection: key, ...changes });
  expect(await getCollection(reader, key)).toBeNull();
  const id = entry?.id ?? 0;
  await appealAct({ viewer: owner }, { entry: id, words: 'It is a joke.' });
  const reply = { entry: id, handle: 'owner', reason: 'I see.', undo: true };
  expect(await replyToAppeal({ viewer: moderator }, reply)).toMatchObject({ ok: true });
  expect(await getCollection(reader, key)).toMatchObject({ name: 'Pills', hidden: false });
});

it('is hidden and restored by its key, idempotently, and never by its owner', async () => {
  const owner = await createUser({ role: 'moderator' });
  const [moderator, admin] = [
    await createUser({ role: 'moderator' }),
    await createUser({ role: 'admin' }),
  ];
  const key = await make(owner);
  const input = { key, reason: 'A test.' };
  expect(await hideCollection({ viewer: owner }, input)).toMatchObject({ reason: 'forbidden' });
  expect(await hideCollection({ viewer: moderator }, input)).toMatchObject({ reason: 'forbidden' });
  expect(await restoreCollection({ viewer: admin }, input)).toMatchObject({ reason: 'not_found' });
  expect(await hideCollection({ viewer: admin }, input)).toMatchObject({ ok: true });
  expect(await hideCollection({ viewer: admin }, input)).toMatchObject({ reason: 'not_found' });
  expect(await restoreCollection({ viewer: admin }, input)).toMatchObject({ ok: true });
  expect(await getCollection(null, key)).toMatchObject({ hidden: false });
});

it('cannot be reported while it is private', async () => {
  const [owner, reader] = [await createUser(), await createUser()];
  expect(await tell(reader, await make(owner, 'private'))).toMatchObject({ reason: 'not_found' });
});

it('keeps one of two merged papers, with a note', async () => {
  const owner = await createUser();
  const moderator = await createUser({ role: 'moderator' });
  const key = await make(owner);
  const title = 'The same title of one paper twice';
  const [duplicate, kept] = [
    await createPaper({ listed: true, title }),
    await createPaper({ listed: true, title }),
  ];
  const put = (paper: string, note: string) =>
    collectPaper({ viewer: owner }, { collection: key, paper, there: true, note });
  await put(duplicate.slug, 'Read this.');
  await put(kept.slug, '');
  const merge = { slug: duplicate.slug, into: kept.slug, reason: 'The same.' };
  expect(await mergePapers({ viewer: moderator }, merge)).toMatchObject({ ok: true });
  const found = await getCollection(null, key);
  const page = found && (await getCollectionPage(found, 1));
  expect(page?.papers.map(({ slug }) => slug)).toEqual([kept.slug]);
  expect(page?.places.get(kept.id)?.note).toBe('Read this.');
});

it('ends the pages of its papers when it disappears and when it is back', async () => {
  const [owner, moderator] = [await createUser(), await createUser({ role: 'moderator' })];
  const [paper, other] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  const key = await make(owner);
  const unlisted = await make(owner, 'unlisted', 'For friends');
  const collect = (collection: string, { slug }: { slug: string }) =>
    collectPaper({ viewer: owner }, { collection, paper: slug, there: true, note: '' });
  expect(await collect(key, paper)).toMatchObject({ ok: true });
  expect(await collect(unlisted, other)).toMatchObject({ ok: true });
  const reason = 'Advertising for a shop.';
  const [by, of] = [{ viewer: moderator }, { handle: owner.handle ?? '', reason }];
  for (const act of [
    () => hideCollection(by, { key, reason }),
    () => restoreCollection(by, { key, reason }),
    () => banReader(by, { ...of, days: null, hide: 'all' }),
    () => unbanReader(by, of),
  ]) {
    await rawSql()`delete from page_changes`;
    expect(await act()).toMatchObject({ ok: true });
    const rows = await rawSql()`select tag from page_changes where tag like 'collected:%'`;
    expect(rows.map(({ tag }) => tag)).toEqual([collectedTag(paper.id)]);
  }
});
