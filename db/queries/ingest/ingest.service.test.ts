import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db, transaction } from '@/db/client';
import { recomputePaper } from '@/db/queries/votes';
import { organizations, paperAuthors, papers, upvotes } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { authors, counts, listing, stored } from '@/db/testing/ingested';
import { ingestBatch } from '@/lib/ingest/service';
import { paperRecord as paper } from '@/lib/ingest/testing/record';

useTestDatabase();

beforeEach(async () => {
  await restartTables('papers', 'organizations', 'users');
});

describe('a new paper', () => {
  it('has its arXiv id as slug and is not listed', async () => {
    expect(await counts(paper({ organization: { slug: 'lab-x', name: 'Lab X' } }))).toEqual([
      1, 0, 0, 0,
    ]);
    const row = await stored();
    expect(row).toMatchObject({
      slug: '2201.04388',
      listedBy: null,
      trending: null,
      feedDay: null,
      authorCount: 2,
      categories: ['cs.CV', 'cs.LG'],
    });
    expect(await authors(row.id)).toEqual(['Ada Lovelace', 'Grace Hopper']);
    expect(await db().select({ name: organizations.name }).from(organizations)).toEqual([
      { name: 'Lab X' },
    ]);
  });

  it('from another source gets a short slug and keeps it', async () => {
    const elsewhere = paper({ source: 'acl', externalId: '2020.acl-main.1' });
    await ingestBatch([elsewhere]);
    const { slug } = await stored('2020.acl-main.1');
    expect(slug).toMatch(/^x[0-9a-z]{7}$/);
    expect(await counts(elsewhere)).toEqual([0, 0, 1, 0]);
    expect((await stored('2020.acl-main.1')).slug).toBe(slug);
  });

  it('is idempotent: a second import writes no row', async () => {
    const records = [
      paper({ listing: listing(), mediaUrls: ['https://x.example.org/a'] }),
      paper({ externalId: 'hep-th/9901001', authors: [] }),
    ];
    await ingestBatch(records);
    const versions = () =>
      db().execute(sql`
        select xmin::text from papers union all select xmin::text from paper_authors
        union all select xmin::text from paper_listings union all select xmin::text from organizations`);
    const before = [...(await versions())];
    expect(await counts(...records)).toEqual([0, 0, 2, 0]);
    expect([...(await versions())]).toEqual(before);
  });

  it('may occur twice in one batch; the later record wins', async () => {
    expect(await counts(paper(), paper({ title: 'Better' }), paper({ title: 'Better' }))).toEqual([
      1, 1, 1, 0,
    ]);
    expect((await stored()).title).toBe('Better');
  });

  it('can have 3,303 authors', async () => {
    const names = Array.from({ length: 3_303 }, (_, n) => `Author ${n}`);
    await ingestBatch([paper({ authors: names })]);
    expect(await authors((await stored()).id)).toEqual(names);
    expect(await counts(paper({ authors: names }))).toEqual([0, 0, 1, 0]);
  });

  it('is inserted once by two concurrent imports', async () => {
    const records = Array.from({ length: 60 }, (_, n) =>
      paper({ externalId: `2201.${10_000 + n}`, organization: { slug: `o${n % 7}`, name: 'O' } }),
    );
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => ingestBatch([...records].sort(() => Math.random() - 0.5))),
    );
    expect(all.reduce((sum, one) => sum + one.new, 0)).toBe(60);
    expect(await db().$count(papers)).toBe(60);
    expect(await db().$count(paperAuthors)).toBe(120);
  });
});

describe('an existing paper', () => {
  it('is updated by newer versions only', async () => {
    await ingestBatch([paper({ version: 2, title: 'Two', note: 'v2' })]);
    expect(await counts(paper({ version: 1, title: 'One', note: 'v1', doi: '10.1/1' }))).toEqual([
      0, 0, 1, 0,
    ]);
    expect(await stored()).toMatchObject({ version: 2, title: 'Two', note: 'v2', doi: null });
    const three = paper({
      version: 3,
      title: 'Three',
      authors: ['Grace Hopper'],
      revisedAt: '2023-01-01T00:00:00.000Z',
    });
    expect(await counts(three)).toEqual([0, 1, 0, 0]);
    const row = await stored();
    expect(row).toMatchObject({ version: 3, title: 'Three', note: null, authorCount: 1 });
    expect(await authors(row.id)).toEqual(['Grace Hopper']);
  });

  it('gets empty fields filled by a record without a version; it overwrites nothing', async () => {
    await ingestBatch([paper({ abstract: '', authors: [], categories: [] })]);
    const list = paper({
      version: null,
      title: 'Other',
      abstract: 'Filled.',
      codeUrl: 'https://github.com/x/y',
    });
    expect(await counts(list)).toEqual([0, 1, 0, 0]);
    const row = await stored();
    expect(row).toMatchObject({
      version: 1,
      title: 'Title',
      abstract: 'Filled.',
      authorCount: 2,
      codeUrl: 'https://github.com/x/y',
    });
    expect(await counts({ ...list, abstract: 'Once more.', authors: ['X'] })).toEqual([0, 0, 1, 0]);
  });

  it('without a version is updated by the same kind of record and by arXiv', async () => {
    await ingestBatch([paper({ version: null, title: 'Flat' })]);
    expect(
      await counts(paper({ version: null, title: 'Corrected', authors: [], abstract: '' })),
    ).toEqual([0, 1, 0, 0]);
    expect(await stored()).toMatchObject({
      title: 'Corrected',
      abstract: 'Abstract.',
      authorCount: 2,
    });
    expect(await counts(paper({ title: '$\\ell_p$' }))).toEqual([0, 1, 0, 0]);
    expect(await stored()).toMatchObject({ version: 1, title: '$\\ell_p$' });
  });

  it('keeps votes, counters, submitters and summaries by others', async () => {
    const reader = await createUser();
    const { id } = await createPaper({
      externalId: '2201.04388',
      listedBy: 'submission',
      submittedBy: reader.id,
      submittedAt: new Date('2026-02-03T04:05:06Z'),
      feedDay: '2026-02-03',
      summary: 'Ours.',
      summaryBy: 'Papertide',
    });
    await db()
      .insert(upvotes)
      .values({ userId: (await createUser()).id, paperId: id });
    await transaction((tx) => recomputePaper(tx, id));
    const before = await stored();
    const list = paper({
      version: 2,
      summary: 'Theirs.',
      summaryBy: 'A model',
      listing: listing(),
    });
    expect(await counts(list)).toEqual([0, 1, 0, 0]);
    const after = await stored();
    const kept = [
      'upvoteCount',
      'weightSum',
      'submittedBy',
      'submittedAt',
      'feedDay',
      'listedBy',
      'summary',
      'summaryBy',
      'shuffle',
      'slug',
    ] as const;
    for (const column of kept) expect([column, after[column]]).toEqual([column, before[column]]);
    expect(after.upvoteCount).toBe(1);
  });

  it('keeps the claim of an author whose name is unchanged', async () => {
    const reader = await createUser();
    await ingestBatch([paper()]);
    const { id } = await stored();
    await db()
      .update(paperAuthors)
      .set({ userId: reader.id, claimStatus: 'verified' })
      .where(eq(paperAuthors.name, 'Grace Hopper'));
    await ingestBatch([paper({ version: 2, authors: ['New', 'Ada Lovelace', 'Grace Hopper'] })]);
    const rows = await db()
      .select({ name: paperAuthors.name, userId: paperAuthors.userId })
      .from(paperAuthors)
      .where(eq(paperAuthors.paperId, id))
      .orderBy(asc(paperAuthors.position));
    expect(rows).toEqual([
      { name: 'New', userId: null },
      { name: 'Ada Lovelace', userId: null },
      { name: 'Grace Hopper', userId: reader.id },
    ]);
  });
});
