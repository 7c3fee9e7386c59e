import { beforeEach, describe, expect, it } from 'vitest';
import { connect, rawSql } from '@/db/client';
import { lockRebuild } from '@/db/queries/search-rebuild';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { findPapers } from './find';
import { rebuildIndex } from './rebuild';
import { indexAll } from './service';

const url = useTestDatabase();
beforeEach(() =>
  restartTables(
    'papers',
    'search_queue',
    'search_documents',
    'search_vectors',
    'search_postings',
    'search_blocks',
    'search_terms',
    'search_words',
    'search_authors',
  ),
);

const found = async (q: string) => (await findPapers({ q, limit: 50 })).all;
const paper = async (title: string) => (await createPaper({ title, abstract: '' })).id;
const count = async (table: string) => {
  const [row] = await rawSql()`select count(*)::int as n from ${rawSql()(table)}`;
  return row?.n as number;
};

describe('rebuildIndex', () => {
  it('lets searches find everything until the new index takes over', async () => {
    for (let n = 0; n < 30; n++) await paper(`Zeolite catalysts ${n}`);
    await indexAll();
    const seen: number[] = [];
    let searched: Promise<unknown> = Promise.resolve();
    const papers = await rebuildIndex(url(), {
      onStep: () => {
        searched = searched.then(async () => seen.push(await found('zeolite')));
      },
    });
    await searched;
    expect(papers).toBe(30);
    expect([...new Set(seen), await found('zeolite')]).toEqual([30, 30]);
  });

  it('mends an index that lost entries', async () => {
    await paper('Zeolite catalysts');
    await indexAll();
    await rawSql()`delete from search_postings`;
    await rawSql()`update search_terms set papers = 99`;
    expect(await found('zeolite')).toBe(0);
    await rebuildIndex(url());
    expect(await found('zeolite')).toBe(1);
    const [term] = await rawSql()`select max(papers) as n from search_terms`;
    expect(term?.n).toBe(1);
  });

  it('loses no change that is indexed meanwhile, and keeps embeddings', async () => {
    const [kept, edited, gone] = [
      await paper('Zeolite one'),
      await paper('Zeolite two'),
      await paper('Zeolite three'),
    ];
    await indexAll();
    await rawSql()`update search_vectors set embedding = '\\x0102', model = 'm'`;
    let changed: Promise<unknown> | null = null;
    await rebuildIndex(url(), {
      onStep: () => {
        changed ??= (async () => {
          await rawSql()`update papers set title = 'Perovskite' where id = ${edited}`;
          await rawSql()`delete from papers where id = ${gone}`;
          await paper('Zeolite four');
          await indexAll();
        })();
      },
    });
    await changed;
    await indexAll();
    expect([await found('zeolite'), await found('perovskite')]).toEqual([2, 1]);
    const [vector] = await rawSql()`select model from search_vectors where paper_id = ${kept}`;
    expect(vector?.model).toBe('m');
    expect(await count('search_queue')).toBe(0);
  });

  it('leaves everything as it was when it is stopped', async () => {
    await paper('Zeolite catalysts');
    await indexAll();
    const stop = new AbortController();
    stop.abort();
    expect(await rebuildIndex(url(), { signal: stop.signal })).toBeNull();
    expect(await found('zeolite')).toBe(1);
  });

  it('keeps names of tables and indexes, which later migrations name', async () => {
    const names = () =>
      rawSql()`select indexname, tablename from pg_indexes where tablename like 'search%' order by 1`;
    const before = [...(await names())];
    await rebuildIndex(url());
    expect([...(await names())]).toEqual(before);
  });

  it('runs once at a time', async () => {
    const other = connect(url());
    expect(await lockRebuild(other.db)).toBe(true);
    expect(await rebuildIndex(url())).toBeNull();
    await other.sql.end();
  });
});
