import { beforeEach, describe, expect, it } from 'vitest';
import { db, transaction } from '@/db/client';
import { recomputePaper } from '@/db/queries/votes';
import { paperListings } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { counts, listing, stored } from '@/db/testing/ingested';
import { ingestBatch } from '@/lib/ingest/service';
import { paperRecord as paper } from '@/lib/ingest/testing/record';
import { priorOf, scoreOf } from '@/lib/ranking/trending';
import { listListings } from '../papers';

useTestDatabase();

beforeEach(async () => {
  await restartTables('papers', 'organizations', 'users');
});

describe('an entry of a daily list', () => {
  const at = new Date('2026-07-31T00:00:00Z');
  const scored = (theirs: number) => ({
    weight: 0,
    exposure: 0,
    outsideWeight: 0,
    outsideExposure: 0,
    prior: priorOf(theirs),
    listedAt: at,
  });

  it('is listed at its time and day, with one event and no vote', async () => {
    await ingestBatch([paper({ version: null, listing: listing() })]);
    const row = await stored();
    expect(row).toMatchObject({
      listedBy: 'daily_list',
      feedDay: '2026-07-31',
      submittedAt: at,
      submittedBy: null,
      upvoteCount: 0,
      commentCount: 0,
    });
    expect(row.trending).toBeCloseTo(scoreOf(scored(145)), 9);
    const [figures] = await db().select().from(paperListings);
    expect(figures).toMatchObject({
      upvotes: 145,
      comments: 3,
      submitter: 'Grace',
      day: '2026-07-31',
    });
  });

  it('lists a harvested paper along with its comments', async () => {
    await ingestBatch([paper()]);
    expect(await counts(paper({ version: null, listing: listing() }))).toEqual([0, 1, 0, 0]);
    const row = await stored();
    expect(row.listedBy).toBe('daily_list');
    expect(row.trending).toBeCloseTo(scoreOf(scored(145)), 9);
    await transaction((tx) => recomputePaper(tx, row.id));
    expect((await stored()).trending).toBe(row.trending);
  });

  it('keeps the figures of each day, and the latest ones per day', async () => {
    const on = (day: string, upvotes: number) =>
      paper({ listing: listing({ day, at: `${day}T00:00:00.000Z`, upvotes }) });
    await ingestBatch([on('2026-07-30', 5)]);
    expect(await counts(on('2026-07-31', 9))).toEqual([0, 1, 0, 0]);
    expect(await counts(on('2026-07-30', 5))).toEqual([0, 0, 1, 0]);
    expect(await counts(on('2026-07-31', 12))).toEqual([0, 1, 0, 0]);
    const figures = await db().select().from(paperListings).orderBy(paperListings.day);
    expect(figures).toMatchObject([
      { day: '2026-07-30', upvotes: 5 },
      { day: '2026-07-31', upvotes: 12 },
    ]);
    expect(await listListings((await stored()).id)).toMatchObject([{ day: '2026-07-31' }]);
    expect((await stored()).feedDay).toBe('2026-07-30');
  });

  it('with a future day is refused', async () => {
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const result = await ingestBatch([
      paper({ listing: listing({ at: day, day: day.slice(0, 10) }) }),
    ]);
    expect(result).toMatchObject({
      new: 0,
      refused: [{ id: '2201.04388', reason: 'on a list of a day to come' }],
    });
  });
});

describe('a withdrawn paper', () => {
  it('is stored as withdrawn and not listed', async () => {
    await ingestBatch([paper({ withdrawn: true, listing: listing() })]);
    expect(await stored()).toMatchObject({ withdrawn: true, trending: null });
  });

  it('is unlisted, and listed again when a later version is not withdrawn', async () => {
    await ingestBatch([paper({ listing: listing() })]);
    const { trending } = await stored();
    expect(await counts(paper({ version: 2, withdrawn: true }))).toEqual([0, 1, 0, 0]);
    expect(await stored()).toMatchObject({
      withdrawn: true,
      trending: null,
      feedDay: '2026-07-31',
    });
    expect(await counts(paper({ version: null, listing: listing() }))).toEqual([0, 0, 1, 0]);
    await ingestBatch([paper({ version: 3, withdrawn: false })]);
    expect(await stored()).toMatchObject({ withdrawn: false, trending });
  });
});
