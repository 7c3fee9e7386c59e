import { z } from 'zod';
import { listApiPapers, listDaysByTrending, listSubmittedBy } from '@/db/queries/api-papers';
import { listDays, listNewest, listTrending, type Page } from '@/db/queries/feeds';
import { exactText } from '@/lib/base/input-text';
import { isDay, today } from '@/lib/papers/days';
import { type DayRange, daysOf, isPeriod, type PeriodKind } from '@/lib/papers/periods';
import { absolute, toDailyItem } from './papers';
import type { DailyItem } from './schema';

/** Pages of a list, counted from 0; later ones are empty. */
const PAGES = 100;

const period = (kind: PeriodKind, like: string) =>
  z.string().refine((at) => isPeriod(kind, at), `There is no such ${kind}: it is like ${like}.`);

export const dailyQuery = z.object({
  date: exactText()
    .max(40)
    .transform((text) => text.replace(/T[\d:.]+Z$/, ''))
    .refine(isDay, 'There is no such day: it is like 2026-07-24.')
    .refine((day) => day <= today(), 'This day is still to come.')
    .optional()
    .describe('The papers of a day (UTC), those with most upvotes first: `2026-07-24`.'),
  week: period('week', '2026-W30').optional().describe('Of an ISO week: `2026-W30`.'),
  month: period('month', '2026-07').optional().describe('Of a month: `2026-07`.'),
  submitter: exactText()
    .max(60)
    .optional()
    .describe('Submitted by the user with this handle, here or on a mirrored list.'),
  sort: z
    .enum(['publishedAt', 'trending'])
    .default('publishedAt')
    .describe(
      '`trending` is the order of the front page, of everything or of the period asked for.',
    ),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  p: z.coerce.number().int().min(0).default(0).describe('The page, from 0.'),
});

export type DailyQuery = z.output<typeof dailyQuery>;

/** Returns the requested days: the intersection of all given periods. */
function daysAsked({ date, week, month }: DailyQuery): DayRange | null {
  const ranges = [
    ...(date ? [daysOf({ kind: 'date', at: date })] : []),
    ...(week ? [daysOf({ kind: 'week', at: week })] : []),
    ...(month ? [daysOf({ kind: 'month', at: month })] : []),
  ];
  const [first] = ranges
    .map((range) => range.first)
    .sort()
    .reverse();
  const [last] = ranges.map((range) => range.last).sort();
  return first && last ? { first, last } : null;
}

function listIds(query: DailyQuery, page: Page): Promise<number[]> {
  const days = daysAsked(query);
  if (days && days.first > days.last) return Promise.resolve([]);
  if (query.submitter !== undefined) return listSubmittedBy(query.submitter, days, page);
  if (query.sort === 'trending') return days ? listDaysByTrending(days, page) : listTrending(page);
  return days ? listDays(days, page) : listNewest(page);
}

/** Returns a page of the daily list, and the address of the next one. */
export async function readDaily(
  query: DailyQuery,
): Promise<{ items: DailyItem[]; next: string | null }> {
  const { limit, p } = query;
  if (p >= PAGES) return { items: [], next: null };
  const ids = await listIds(query, { limit: limit + 1, offset: p * limit });
  const rows = await listApiPapers(ids.slice(0, limit), query.date ?? null);
  const items = rows.map(toDailyItem);
  const asked = Object.entries({ ...query, p: p + 1 })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  const more = ids.length > limit && p + 1 < PAGES;
  return {
    items,
    next: more ? absolute(`/api/daily_papers?${new URLSearchParams(asked)}`) : null,
  };
}
