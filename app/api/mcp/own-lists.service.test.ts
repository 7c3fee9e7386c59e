import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { make, put } from '@/lib/collections/testing/collections';
import { agent } from '@/lib/programs/mcp/testing/agent';
import { indexAll } from '@/lib/search/service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

describe('collections', () => {
  it('are listed and read by everybody if public, by their reader with a token that may read', async () => {
    const ada = await createUser({ handle: 'ada' });
    const { slug } = await createPaper({ listed: true, title: 'On waves' });
    const open = await make(ada, 'Open\nlist', 'public');
    const own = await make(ada, 'Own list', 'private');
    await put(ada, open, slug, true, 'First.\n1. not an item');
    const [anybody, hers, voter] = await Promise.all([
      agent(null),
      agent(ada),
      agent(ada, ['vote']),
    ]);

    for (const call of [anybody, voter]) {
      const { text } = await call('list_collections');
      expect(text).toContain(`1. Open list [${open}]\n   @ada · public · 1 paper · http`);
      expect(text).not.toContain(own);
      expect((await call('read_collection', { collection: own })).isError).toBe(true);
      expect((await call('list_collections', { mine: true })).isError).toBe(true);
    }
    const read = await anybody('read_collection', { collection: open });
    expect(read.text).toContain(
      `1. On waves [${slug}] · 0 upvotes\n   > First.\n   > 1. not an item`,
    );
    expect((await hers('list_collections', { mine: true })).text).toContain(own);
    expect((await hers('read_collection', { collection: own })).text).toContain('holds no papers');
    expect((await anybody('list_collections', { paper: slug })).text).toContain(open);
    expect((await anybody('list_collections', { owner: 'nobody' })).text).toContain('no such');
  });

  it('go on by a cursor', async () => {
    const ada = await createUser();
    for (let n = 0; n < 3; n++) await make(ada, `List ${n}`);
    const call = await agent(null);
    const first = await call('list_collections', { limit: 2 });
    const cursor = /cursor (\S+)$/.exec(first.text)?.[1];
    const second = await call('list_collections', { limit: 2, cursor });
    expect([first.text, second.text].join().match(/List \d/g)).toEqual([
      'List 2',
      'List 1',
      'List 0',
    ]);
    expect((await call('list_collections', { cursor: 'x' })).isError).toBe(true);
  });

  it('are made and filled by their reader alone', async () => {
    const [ada, bob] = [await createUser({ handle: 'ada' }), await createUser({ handle: 'bob' })];
    const { slug } = await createPaper({ listed: true });
    const [hers, his] = await Promise.all([agent(ada), agent(bob)]);
    const made = await hers('create_collection', { title: 'To read' });
    const key = /key (\w+), private/.exec(made.text)?.[1] ?? '';
    const entry = { collection: key, id: slug };
    expect((await hers('add_to_collection', { ...entry, note: 'Soon' })).text).toBe('Added.');
    expect((await hers('add_to_collection', entry)).text).toContain('already');
    expect((await hers('read_collection', { collection: key })).text).toContain('> Soon');
    expect((await his('add_to_collection', entry)).isError).toBe(true);
    expect((await his('read_collection', { collection: key })).isError).toBe(true);
    expect((await hers('add_to_collection', { ...entry, id: '0704.0001' })).isError).toBe(true);
    expect((await hers('create_collection', { title: '\u202e' })).isError).toBe(true);
  });
});

describe('saved searches', () => {
  it('are saved, listed and run by their reader', async () => {
    const [ada, bob] = [await createUser({ handle: 'ada' }), await createUser({ handle: 'bob' })];
    const { slug } = await createPaper({ listed: true, title: 'Sparse waves' });
    await createPaper({ listed: true, title: 'Dense particles' });
    await indexAll();
    const [hers, his] = await Promise.all([agent(ada), agent(bob)]);
    expect((await hers('list_saved_searches')).text).toBe('No search is saved.');
    expect((await hers('save_search', { name: 'Waves', query: 'sparse waves' })).isError).toBe(
      false,
    );
    expect((await hers('save_search', { name: 'waves', query: 'more' })).isError).toBe(true);
    expect((await hers('save_search', { name: 'Nothing', query: ' ' })).isError).toBe(true);
    expect((await hers('list_saved_searches')).text).toContain(
      '1. Waves\n   q=sparse+waves\n   http',
    );
    const found = await hers('run_saved_search', { name: ' WAVES' });
    expect(found.data).toMatchObject({ papers: [{ id: slug }] });
    expect((await his('list_saved_searches')).text).toBe('No search is saved.');
    expect((await his('run_saved_search', { name: 'Waves' })).isError).toBe(true);
  });
});
