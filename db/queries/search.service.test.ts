import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, db } from '@/db/client';
import { organizations, paperAuthors, papers } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { findPapers } from '@/lib/search/find';
import type { Search } from '@/lib/search/found';
import { rebuildIndex } from '@/lib/search/rebuild';
import { indexAll, indexNext } from '@/lib/search/service';
import { findSimilar } from '@/lib/search/similar';
import { suggest } from '@/lib/search/suggest';

const url = useTestDatabase();

beforeEach(async () => {
  await restartTables(
    'papers',
    'organizations',
    'search_queue',
    'search_documents',
    'search_postings',
    'search_blocks',
    'search_terms',
    'search_words',
    'search_authors',
  );
});

type Facts = Parameters<typeof createPaper>[0];

async function add(title: string, facts: Facts & { authors?: string[] } = {}): Promise<number> {
  const { authors = [], ...rest } = facts;
  const { id } = await createPaper({ title, abstract: '', ...rest });
  const rows = authors.map((name, position) => ({ paperId: id, position, name }));
  if (rows.length > 0) await db().insert(paperAuthors).values(rows);
  return id;
}

const find = async (q: string, search: Partial<Search> = {}) =>
  findPapers({ q, limit: 25, ...search });
const ids = async (q: string, search: Partial<Search> = {}) => (await find(q, search)).ids;

/** The index contents, independent of row order. */
const indexState = () =>
  db().execute(sql`
    select term, block, encode(postings, 'hex') as postings from search_postings order by term, block`);

describe('results', () => {
  it('rank rare words above common ones, and titles above abstracts', async () => {
    const filler = 'We study networks. The results of networks are good.';
    for (let n = 0; n < 20; n++) await add(`Networks ${n}`, { abstract: filler });
    const both = await add('Zeolite networks');
    const body = await add('Catalysts', { abstract: `${filler} A zeolite is used.` });
    await indexAll();
    expect((await ids('zeolite networks')).slice(0, 2)).toEqual([both, body]);
  });

  it('match word forms, accents and formulas', async () => {
    const id = await add('Poincaré embeddings of $\\ell_p$ \\emph{hierarchies} in $\\mathbb{R}^n$');
    await indexAll();
    for (const q of ['embedding', 'poincare hierarchy', 'EMBEDDED', 'ℓ_p']) {
      expect(await ids(q), q).toEqual([id]);
    }
  });

  it('match letters without a Unicode decomposition by keyboard letters', async () => {
    const authors = ['Nils Øbro', 'Zofia Puchała', 'Jan Straßer', 'Işık Đorđević'];
    const id = await add('Œuvres of {\\O}rsted', { authors });
    await indexAll();
    const typed = ['oeuvres', 'Ørsted', 'orsted', 'author:obro', 'author:puchala'];
    for (const q of [...typed, 'author:strasser author:isik', 'author:"ISIK DORDEVIC"']) {
      expect(await ids(q), q).toEqual([id]);
    }
  });

  it('contain phrases as adjacent words', async () => {
    const right = await add('A mixture of experts');
    await add('Experts in a mixture');
    await indexAll();
    expect(await ids('"mixture of experts"')).toEqual([right]);
    const loosened = await find('"experts of mixture"');
    expect(loosened).toMatchObject({ loosened: true });
    expect(loosened.ids).toHaveLength(2);
  });

  it('omit papers with an excluded word or phrase', async () => {
    const text = await add('Transformers for text');
    const vision = await add('Transformers for computer vision');
    await indexAll();
    expect(await ids('transformers -vision')).toEqual([text]);
    expect(await ids('transformers -"computer vision"')).toEqual([text]);
    expect(await ids('transformers -"vision computer"')).toHaveLength(2);
    expect(await ids('transformers -text')).toEqual([vision]);
    expect(await ids('-text')).toEqual([]);
  });

  it('can be filtered by everything the page offers, also combined', async () => {
    const [lab] = await db()
      .insert(organizations)
      .values({ slug: 'Lab-X', name: 'Lab X' })
      .returning({ id: organizations.id });
    const wanted = await add('Graph kernels', {
      listed: true,
      authors: ['Ada Lovelace', 'Grace Hopper'],
      publishedAt: new Date('2017-06-01T00:00:00Z'),
      categories: ['cs.CL', 'stat.ML'],
      codeUrl: 'https://github.com/x/y',
      organizationId: lab?.id,
      upvoteCount: 7,
    });
    const other = await add('Graph kernels once more', { categories: ['math.CO'] });
    await indexAll();
    expect((await ids('graph')).toSorted()).toEqual([wanted, other]);
    const filters = {
      topic: 'stat.ML',
      years: { from: 2016, to: 2018 },
      author: 'hopper',
      organization: 'lab-x',
      code: true,
      daily: true,
      upvotes: 7,
    };
    for (const [name, value] of Object.entries(filters)) {
      expect(await ids('graph', { filters: { [name]: value } }), name).toEqual([wanted]);
    }
    expect(await ids('graph', { filters })).toEqual([wanted]);
    expect(await ids('graph', { filters: { ...filters, upvotes: 8 } })).toEqual([]);
    for (const q of ['graph author:lovelace', 'graph topic:cs.cl', 'topic:cs', 'year:2017 graph']) {
      expect(await ids(q), q).toEqual([wanted]);
    }
  });

  it('include a paper by its identifier, address or DOI', async () => {
    const id = await add('By number', { externalId: '2201.04388', doi: '10.1145/1.2' });
    await add('2201.04388 is not by number');
    await indexAll();
    const names = ['2201.04388', 'https://arxiv.org/pdf/2201.04388v3', 'doi.org/10.1145/1.2'];
    for (const q of [...names.slice(0, 2), `https://${names[2]}`, '10.1145/1.2']) {
      expect(await ids(q), q).toEqual([id]);
    }
    expect(await find('2201.99999')).toMatchObject({ ids: [], all: 0 });
  });

  it('can be sorted by date, trending and upvotes, with pages', async () => {
    const day = (n: number) => new Date(Date.UTC(2020, 0, n));
    const one = await add('Kernel one', { publishedAt: day(1), listed: true, upvoteCount: 5 });
    const two = await add('Kernel two', { publishedAt: day(2), upvoteCount: 0 });
    const three = await add('Kernel three', { publishedAt: day(3), upvoteCount: 9 });
    await indexAll();
    expect(await ids('kernel', { sort: 'date' })).toEqual([three, two, one]);
    expect(await ids('kernel', { sort: 'upvotes' })).toEqual([three, one, two]);
    expect((await ids('kernel', { sort: 'trending' }))[0]).toBe(one);
    const page = await find('kernel', { sort: 'date', limit: 2, offset: 1 });
    expect(page).toMatchObject({ ids: [two, one], more: false, all: 3 });
    expect(await find('kernel', { limit: 2 })).toMatchObject({ more: true, all: 3 });
  });

  it('correct misspelled words, unless the literal query is requested', async () => {
    const id = await add('Diffusion models beat GANs');
    await indexAll();
    expect(await find('difusion modle')).toMatchObject({
      ids: [id],
      corrected: 'diffusion models',
    });
    expect(await find('difusion', { exact: true })).toMatchObject({ ids: [], corrected: null });
    expect(await find('diffusion')).toMatchObject({ ids: [id], corrected: null });
  });

  it('are empty, without an error, for texts without words', async () => {
    await add('A paper');
    await indexAll();
    for (const q of ['', ' ', '"', '-', 'the of and', "';--", '\u0000', '%', '((((', 'author:']) {
      expect((await find(q)).ids.length, q).toBeLessThanOrEqual(1);
    }
  });
});

describe('the index', () => {
  it('is updated by edits, new authors, removal, restoration and deletion', async () => {
    const id = await add('Lattice reduction');
    await indexAll();
    await db().update(papers).set({ title: 'Sieving' }).where(sql`id = ${id}`);
    await db().insert(paperAuthors).values({ paperId: id, position: 0, name: 'Emmy Noether' });
    await indexAll();
    expect(await ids('lattice', { exact: true })).toEqual([]);
    expect(await ids('sieving author:noether')).toEqual([id]);
    await db().update(papers).set({ removedAt: new Date() }).where(sql`id = ${id}`);
    await indexAll();
    expect(await ids('sieving')).toEqual([]);
    expect(await indexState()).toHaveLength(0);
    await db().update(papers).set({ removedAt: null }).where(sql`id = ${id}`);
    await indexAll();
    expect(await ids('sieving')).toEqual([id]);
    await db().execute(sql`delete from papers`);
    await indexAll();
    expect(await ids('sieving')).toEqual([]);
    const [size] = await db().execute(sql`select documents, words::int from search_blocks`);
    expect(size).toEqual({ documents: 0, words: 0 });
  });

  it('is not queued for a vote', async () => {
    const id = await add('Voted', { listed: true });
    await indexAll();
    await db().execute(sql`
      update papers set upvote_count = 3, trending = trending + 1 where id = ${id}`);
    expect(await indexNext()).toEqual({ papers: 0, busy: false });
  });

  it('is the same after edits as after a rebuild', async () => {
    for (let n = 0; n < 30; n++) {
      await add(`Paper ${n} on lattices`, {
        abstract: `Word${n % 7} and reduction.`,
        authors: [`A ${n}`],
      });
    }
    await indexAll();
    await db().execute(sql`update papers set abstract = 'Changed ' || slug where id % 3 = 0`);
    await db().execute(sql`delete from papers where id % 5 = 0`);
    await indexAll();
    const edited = await indexState();
    await rebuildIndex(url());
    expect([...(await indexState())]).toEqual([...edited]);
  });

  it('is correct when several processes write it', async () => {
    for (let n = 0; n < 40; n++) await add(`Concurrent paper ${n}`);
    const other = connect(url());
    const indexer = async (on: typeof other.db) => {
      for (let step = 0; step < 30; step++) await indexNext(on, 3);
    };
    await Promise.all([indexer(db()), indexer(other.db), add('Concurrent latecomer')]);
    await indexAll();
    await other.sql.end();
    expect(await find('concurrent')).toMatchObject({ all: 41 });
    const kept = await indexState();
    await rebuildIndex(url());
    expect([...(await indexState())]).toEqual([...kept]);
  });
});

describe('related content', () => {
  it('similar papers share rare words and exclude the paper itself', async () => {
    for (let n = 0; n < 12; n++) await add(`Learning something ${n}`);
    const one = await add('Zeolite catalysts for cracking');
    const two = await add('Cracking with zeolite catalysts');
    await indexAll();
    expect(await findSimilar(one, 5, db())).toEqual([two]);
    expect(await findSimilar(999_999, 5, db())).toEqual([]);
  });

  it('suggestions are titles, authors, topics and organizations by prefix', async () => {
    await db().insert(organizations).values({ slug: 'transformer-lab', name: 'Transformer Lab' });
    await add('Attention and transformers', { authors: ['Trang Nguyễn'] });
    await indexAll();
    const labels = async (q: string) => (await suggest(q)).map(({ kind, label }) => [kind, label]);
    expect(await labels('transf')).toEqual([
      ['organization', 'Transformer Lab'],
      ['paper', 'Attention and transformers'],
    ]);
    expect(await labels('attention and')).toEqual([['paper', 'Attention and transformers']]);
    expect(await labels('attention tr')).toEqual([['paper', 'Attention and transformers']]);
    expect(await labels('nguyen')).toEqual([['author', 'Trang Nguyễn']]);
    expect(await labels('trang ngu')).toEqual([['author', 'Trang Nguyễn']]);
    expect(await labels('cs.CL')).toEqual([['topic', 'Computation and Language (cs.CL)']]);
    for (const q of ['', 'x', "';--", ':* & |', '\u0000\u0001'])
      expect(await labels(q)).toEqual([]);
  });

  it('suggests users by handle and name, except banned ones and newcomers', async () => {
    await createUser({ handle: 'quokka' });
    await createUser({ handle: 'bettong', name: 'Ada Quokka' });
    await createUser({ handle: 'quokka-2', banned: true });
    await createUser({ handle: null, name: 'Quokka' });
    const readers = async (q: string) =>
      (await suggest(q)).flatMap(({ kind, label, href }) =>
        kind === 'reader' ? [[label, href]] : [],
      );
    expect(await readers('Quok')).toEqual([
      ['@quokka', '/u/quokka'],
      ['@bettong (Ada Quokka)', '/u/bettong'],
    ]);
    expect(await readers('@bett')).toEqual([['@bettong (Ada Quokka)', '/u/bettong']]);
    expect(await readers('ada qu')).toEqual([['@bettong (Ada Quokka)', '/u/bettong']]);
    for (const q of ['%%', '__', 'qu\u0000', "q':*", 'a b c d e f']) await readers(q);
  });
});
