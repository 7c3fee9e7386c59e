import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { organizations, paperAuthors } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables, restartTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { findPapers } from '@/lib/search/find';
import { indexAll } from '@/lib/search/service';

useTestDatabase();

beforeEach(async () => {
  await restartTables(
    'papers',
    'organizations',
    'search_queue',
    'search_documents',
    'search_vectors',
    'search_postings',
    'search_blocks',
    'search_terms',
    'search_words',
    'search_authors',
  );
});

const add = async (title: string, facts: Partial<Parameters<typeof createPaper>[0]> = {}) =>
  (await createPaper({ title, abstract: '', ...facts })).id;
const find = (q: string) => findPapers({ q, limit: 25 });

describe('a name is found in every spelling', () => {
  it.each([
    ['GPT-4o speaks', ['gpt4o', 'GPT 4o', 'gpt-4o', 'GPT4o', 'gpt4-o']],
    ['SWE-bench for agents', ['swebench', 'SWE bench', 'swe-bench', 'SWEBench']],
    ['A real-time renderer', ['realtime', 'real time', 'real-time', 'RealTime']],
    ['TwinFlow in one step', ['twin flow', 'Twin Flow', 'twinflow', 'Twin-Flow']],
    ['Compressing the KV cache', ['kvcache', 'KVCache', 'kv-cache', 'KV cache']],
    ['Qwen3 report', ['qwen 3', 'qwen3', 'Qwen-3']],
    ['Qwen 3 report', ['qwen3', 'qwen 3', 'Qwen-3']],
    ['$\\pi_0$: a policy', ['π0', 'pi0', 'pi_0', 'π_0', '$\\pi_0$', 'pi 0']],
    ['π0.5 generalizes', ['π0.5', 'pi0.5', 'pi 0.5', '$\\pi_{0.5}$']],
    ['Learning 3DGS', ['3dgs', '3D GS', '3D-GS']],
    ['Modern C++ in robots', ['C++', 'c++ robots', 'cpp']],
    ['Typed C# programs', ['C#', 'csharp']],
    ['A Schrödinger bridge', ['schrodinger', 'Schrödinger', 'schroedinger bridge']],
    ['A Schroedinger bridge', ['Schrödinger bridge', 'schroedinger']],
  ])('%s', async (title, queries) => {
    const id = await add(title);
    await add('Something else altogether');
    await indexAll();
    for (const q of queries) {
      expect(await find(q), q).toMatchObject({ ids: [id], all: 1, corrected: null });
    }
  });
});

it('finds names of authors by either spelling of umlauts', async () => {
  const id = await add('Waves');
  await db()
    .insert(paperAuthors)
    .values({ paperId: id, position: 0, name: 'Jörg Müller-Sørensen' });
  await indexAll();
  for (const q of ['joerg mueller', 'Jörg Müller', 'jorg muller', 'author:mueller', 'soerensen']) {
    expect((await find(q)).ids, q).toEqual([id]);
  }
});

it('finds organizations by name and handle, also after a rename', async () => {
  const [team] = await db()
    .insert(organizations)
    .values({ slug: 'KlingTeam', name: 'Kuaishou Visual' })
    .returning({ id: organizations.id });
  const id = await add('Videos', { organizationId: team?.id });
  await indexAll();
  for (const q of ['KlingTeam', 'kling team', 'klingteam videos', 'kuaishou']) {
    expect((await find(q)).ids, q).toEqual([id]);
  }
  await db().execute(sql`update organizations set name = 'Renamed Lab'`);
  await indexAll();
  expect((await find('renamed')).ids).toEqual([id]);
  expect((await find('kuaishou')).ids).toEqual([]);
});

it('never corrects words with digits, inner capitals or all capitals', async () => {
  await add('The apc gene and llama models');
  await indexAll();
  for (const q of ['aPKCz', 'apc2x', 'LLaMb', 'LLAMB models', 'aPKC-zata']) {
    expect((await find(q)).corrected, q).toBeNull();
  }
  expect((await find('lama')).corrected).toBe('llama');
});

it.each([
  '扩散模型',
  '擴散模型',
  '拡散モデル',
  'Diffusionsmodelle',
  'modèles de diffusion',
  'modelos de difusión',
])('the term %s is looked for in English', async (q) => {
  const id = await add('Diffusion models of text');
  await indexAll();
  expect(await find(q)).toMatchObject({ ids: [id], corrected: 'diffusion model' });
  expect(await findPapers({ q, limit: 5, exact: true })).toMatchObject({ corrected: null });
});

it('serves entries of an older version until they are rewritten', async () => {
  const id = await add('GPT-4o speaks');
  await indexAll();
  await db().execute(sql`update search_documents set version = 0`);
  await emptyTables('search_vectors');
  expect((await find('gpt4o')).ids).toEqual([id]);
  expect(await indexAll()).toBe(1);
  expect((await find('gpt4o')).ids).toEqual([id]);
  const [kept] = await db().execute(sql`select octet_length(words) as bytes from search_vectors`);
  expect(kept).toEqual({ bytes: 256 });
});

it('accepts queries of 2,000 characters', async () => {
  const id = await add('A long question about lattices');
  await indexAll();
  expect((await find(`lattices ${'question about '.repeat(200)}`.slice(0, 2_000))).ids).toEqual([
    id,
  ]);
});
