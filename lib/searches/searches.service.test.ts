import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listMarks, listSavedSearches } from '@/db/queries/saved-searches';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { indexAll } from '@/lib/search/service';
import type { Viewer } from '@/lib/web/types';
import { saveInput } from './schema';
import { changeSearch, deleteSearch, saveSearch } from './service';

useTestDatabase();

let reader: Viewer;
beforeEach(async () => {
  await emptyTables('saved_searches');
  reader = await createUser();
});

const save = async (name: string, query: string, viewer = reader): Promise<number> => {
  const saved = await saveSearch({ viewer }, saveInput.parse({ name, query }));
  if (!saved.ok) throw new Error(saved.reason);
  return saved.data.id;
};

it('marks matches of its words, phrases and filters among the latest papers, at once', async () => {
  const now = new Date();
  const paper = async (title: string, more: object = {}) =>
    (await createPaper({ listed: true, submittedAt: now, title, ...more })).id;
  const heat = await paper('Diffusion of heat', { categories: ['math.AP'] });
  const images = await paper('Diffusion models of images', { categories: ['cs.CV'] });
  const models = await paper('Models of fluid diffusion', { categories: ['cs.CV'] });
  const old = await paper('Diffusion of long ago', { submittedAt: new Date('2020-01-01') });
  await indexAll();
  await save('all', 'q=diffusion');
  await save('vision', 'q=diffusion&topic=cs.CV');
  await save('phrase', `q=${encodeURIComponent('"diffusion models"')}`);
  await save('without', `q=${encodeURIComponent('diffusion -images')}`);
  await save('filter', 'topic=math.AP');
  const marks = await listMarks(db(), reader.id, [heat, images, models, old]);
  const of = (id: number) => marks.filter((mark) => mark.paperId === id).map(({ name }) => name);
  expect(of(heat)).toEqual(['all', 'filter', 'without']);
  expect(of(images)).toEqual(['all', 'phrase', 'vision']);
  expect(of(models)).toEqual(['all', 'vision', 'without']);
  expect(of(old)).toEqual([]);
  const other = await createUser();
  expect(await listMarks(db(), other.id, [heat])).toEqual([]);
});

it('has a unique name, and can be renamed, muted and deleted by its user', async () => {
  const by = { viewer: reader };
  const id = await save('Heat', 'q=diffusion&page=3&code=&x=1');
  expect(await listSavedSearches(reader.id)).toEqual([
    { id, name: 'Heat', query: 'q=diffusion', highlight: true },
  ]);
  const again = await saveSearch(by, saveInput.parse({ name: ' heat ', query: 'q=other' }));
  expect(again).toMatchObject({ reason: 'taken', fields: { name: expect.any(String) } });
  const other = { viewer: await createUser() };
  const change = { id, name: 'Warmth', highlight: false };
  expect(await changeSearch(other, change)).toMatchObject({ reason: 'not_found' });
  expect(await changeSearch(by, change)).toMatchObject({ ok: true });
  expect(await deleteSearch(other, { id })).toMatchObject({ reason: 'not_found' });
  expect(await deleteSearch(by, { id })).toMatchObject({ ok: true });
  expect(await listSavedSearches(reader.id)).toEqual([]);
});

it('is not saved without a condition', () => {
  for (const query of ['', 'q=', 'page=2', 'q=a&year=soon', 'sort=date']) {
    expect(saveInput.safeParse({ name: 'Nothing', query }).success, query).toBe(false);
  }
  for (const name of [' ', 'a\0b', 'a\ud800']) {
    expect(saveInput.safeParse({ name, query: 'q=a' }).success, name).toBe(false);
  }
});
