import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { collectInvalidations } from '@/db/queries/invalidation';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { retiredHash } from './retired';
import { pickHandle, saveProfile, suggestHandles } from './service';

useTestDatabase();

it('assigns a handle once, unique in any case', async () => {
  await rawSql()`insert into users (handle) values ('Ada')`;
  const viewer = await createUser({ handle: null });
  expect(await pickHandle({ viewer }, { handle: 'ada' })).toMatchObject({ reason: 'taken' });
  expect(await pickHandle({ viewer }, { handle: 'bob' })).toMatchObject({
    ok: true,
    data: { handle: 'bob' },
  });
  expect(await pickHandle({ viewer }, { handle: 'carol' })).toMatchObject({ reason: 'conflict' });
  expect(await rawSql()`select handle from users where id = ${viewer.id}`).toEqual([
    { handle: 'bob' },
  ]);
});

it('assigns a contested handle to one of twenty concurrent requests', async () => {
  const viewers = await Promise.all(Array.from({ length: 20 }, () => createUser({ handle: null })));
  const results = await Promise.all(
    viewers.map((viewer) => pickHandle({ viewer }, { handle: 'wanted' })),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === 'taken')).toHaveLength(19);
});

it('suggests free handles', async () => {
  await createUser({ handle: 'grace-hopper' });
  const viewer = await createUser({ handle: null, name: 'Grace Hopper', email: 'gh@example.org' });
  const suggestions = await suggestHandles({ viewer });
  expect(suggestions).toEqual(['ghopper', 'gh', 'grace', 'hopper']);
});

it('does not assign the handle of a deleted account', async () => {
  await rawSql()`insert into retired_handles (handle_hash) values (${retiredHash('Turing')})`;
  const viewer = await createUser({ handle: null });
  expect(await pickHandle({ viewer }, { handle: 'turing' })).toMatchObject({ reason: 'taken' });
});

it('keeps a profile, and an empty name as none', async () => {
  const viewer = await createUser({ name: 'Before' });
  const profile = { name: '', bio: 'I read.', links: ['https://a.example/'], orcid: null };
  const { result, tags } = await collectInvalidations(() => saveProfile({ viewer }, profile));
  expect(result).toMatchObject({ ok: true });
  expect([...tags]).toEqual([`reader:${viewer.handle}`, `voter:${viewer.id}`]);
  expect(await rawSql()`select name, bio, links from users where id = ${viewer.id}`).toEqual([
    { name: null, bio: 'I read.', links: ['https://a.example/'] },
  ]);
});
