import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { NOT_OWN, OWN_DATA, RELATED_DATA } from '@/db/queries/own-data';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { postComment } from '@/lib/comments/service';
import { createOrganization } from '@/lib/organizations/service';
import { setUpvote } from '@/lib/votes/service';
import { exportOwnData } from './service';

useTestDatabase();

it('exports every column that refers to a user, or has a reason not to', async () => {
  const rows = await rawSql()`
    select t.relname || '.' || a.attname as name, c.confdeltype as on_delete
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'public.users'::regclass`;
  const known = [...OWN_DATA.map(({ table, by }) => `${table}.${by}`), ...Object.keys(NOT_OWN)];
  expect(rows.map(({ name }) => name).sort()).toEqual(
    known.filter((name) => name !== 'users.id').sort(),
  );
  // An account can be deleted: each row cascades or loses its reference.
  for (const { name, on_delete } of rows) expect(['c', 'n'], name).toContain(on_delete);
});

async function unpack(viewer: Parameters<typeof exportOwnData>[0]['viewer']) {
  const result = await exportOwnData({ viewer });
  if (!result.ok) throw new Error(result.reason);
  const zip = new Uint8Array(await new Response(result.data.zip).arrayBuffer());
  const files = unzipSync(zip);
  return {
    names: Object.keys(files),
    text: (name: string) => new TextDecoder().decode(files[name]),
    json: (name: string) => JSON.parse(new TextDecoder().decode(files[name])),
  };
}

it('exports all data of the user and nothing of others', async () => {
  const [viewer, other] = [
    await createUser({ name: 'Ada', email: 'ada@example.org' }),
    await createUser(),
  ];
  const paper = await createPaper({ listed: true, title: 'On $x_i$ & more' });
  await rawSql()`insert into paper_authors (paper_id, position, name)
    values (${paper.id}, 0, 'Grace Hopper')`;
  for (const reader of [viewer, other]) {
    await setUpvote({ viewer: reader, network: 'a-network' }, { paperId: paper.id, upvoted: true });
    const words = { paperId: paper.id, markdown: `By ${reader.handle}`, clientKey: randomUUID() };
    await postComment({ viewer: reader }, words);
    const lab = { name: `Lab of ${reader.handle}`, description: '' };
    expect(await createOrganization({ viewer: reader }, lab)).toMatchObject({ ok: true });
  }
  await rawSql()`insert into comment_revisions (comment_id, revision, markdown)
    select id, 1, 'Before ' || markdown from comments`;
  await rawSql()`insert into sessions (token_hash, user_id, expires)
    values ('secret-hash', ${viewer.id}, now() + interval '1 hour')`;

  const found = await unpack(viewer);
  expect(found.names).toHaveLength(OWN_DATA.length + RELATED_DATA.length + 2);
  expect(found.json('profile.json')).toMatchObject([{ email: 'ada@example.org', name: 'Ada' }]);
  expect(found.json('upvotes.json')).toMatchObject([{ paper: paper.slug }]);
  expect(found.json('comments.json')).toMatchObject([
    { markdown: `By ${viewer.handle}`, paper: paper.slug },
  ]);
  expect(found.json('comment-revisions.json')).toMatchObject([
    { markdown: `Before By ${viewer.handle}` },
  ]);
  expect(found.json('organizations.json')).toMatchObject([{ name: `Lab of ${viewer.handle}` }]);
  expect(found.json('mutes.json')).toEqual([]);
  expect(found.text('upvoted.bib')).toContain('author        = {Grace Hopper}');
  const all = found.names.map(found.text).join('\n');
  for (const foreign of [
    `By ${other.handle}`,
    `Lab of ${other.handle}`,
    other.id,
    'secret-hash',
    'a-network',
  ]) {
    expect(all).not.toContain(foreign);
  }
});

it('reads more than one page of a table', async () => {
  const viewer = await createUser();
  await rawSql()`insert into mutes (user_id, kind, value)
    select ${viewer.id}, 'word', 'word ' || n from generate_series(1, 2500) n`;
  const words = (await unpack(viewer))
    .json('mutes.json')
    .map(({ value }: { value: string }) => value);
  expect(new Set(words).size).toBe(2500);
});
