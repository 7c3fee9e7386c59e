import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '../testing/database';
import { createPaper } from '../testing/factories';
import { getLatestDay, getNeighbourDays, listDayCounts } from './periods';

useTestDatabase();

beforeAll(async () => {
  const days: [day: string, topics: string[]][] = [
    ['2026-07-01', ['cs.CV']],
    ['2026-07-01', ['cs.CV', 'cs.LG']],
    ['2026-07-08', ['cs.LG']],
    ['2026-07-20', []],
    ['2026-08-02', ['cs.CV']],
  ];
  for (const [day, categories] of days) {
    await createPaper({ listed: true, submittedAt: new Date(`${day}T23:59:59Z`), categories });
  }
  // Harvested only: on no day.
  await createPaper({ categories: ['cs.CV'], feedDay: '2026-07-15' });
});

test('neighboring days are those with papers', async () => {
  expect(await getNeighbourDays(null, '2026-07-08', '2026-07-08')).toEqual({
    before: '2026-07-01',
    after: '2026-07-20',
  });
  expect(await getNeighbourDays(null, '2026-07-01', '2026-07-31')).toEqual({
    before: null,
    after: '2026-08-02',
  });
  expect(await getNeighbourDays('cs.CV', '2026-07-08', '2026-07-08')).toEqual({
    before: '2026-07-01',
    after: '2026-08-02',
  });
  expect(await getNeighbourDays('cs.RO', '2026-07-08', '2026-07-08')).toEqual({
    before: null,
    after: null,
  });
});

test('the latest day up to another', async () => {
  expect(await getLatestDay(null, '2026-07-31')).toBe('2026-07-20');
  expect(await getLatestDay(null, '2026-07-20')).toBe('2026-07-20');
  expect(await getLatestDay('cs.LG', '2026-07-31')).toBe('2026-07-08');
  expect(await getLatestDay(null, '2026-06-30')).toBeNull();
});

test('a calendar counts the papers of each day', async () => {
  expect(await listDayCounts(null, '2026-07-01', '2026-07-31')).toEqual([
    { day: '2026-07-01', papers: 2 },
    { day: '2026-07-08', papers: 1 },
    { day: '2026-07-20', papers: 1 },
  ]);
  expect(await listDayCounts('cs.CV', '2026-07-01', '2026-07-31')).toEqual([
    { day: '2026-07-01', papers: 2 },
  ]);
});
