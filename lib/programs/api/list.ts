import { z } from 'zod';
import { listApiPapers, listMostUpvotedAfter, listNewestAfter } from '@/db/queries/api-papers';
import { listDays, listTrendingAfter } from '@/db/queries/feeds';
import { getLatestDay } from '@/db/queries/periods';
import { exactText, freeText } from '@/lib/base/input-text';
import { today } from '@/lib/papers/days';
import { daysOf, periodOf } from '@/lib/papers/periods';
import { findPapers } from '@/lib/search/find';
import { LONGEST_QUERY } from '@/lib/search/query';
import { countKey, cursorParam, momentKey, offsetKey, readCursor, writeCursor } from './cursor';
import { absolute, toFlatPaper } from './papers';
import type { FlatPaper } from './schema';

const PERIODS = { daily: 'date', weekly: 'week', monthly: 'month' } as const;

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursorParam,
  period: z
    .enum(['daily', 'weekly', 'monthly'])
    .optional()
    .describe(
      'The papers of the present day, week or month, or the latest with papers, by upvotes.',
    ),
  search: freeText().max(LONGEST_QUERY).optional().describe('As `q` of the search.'),
  sort: exactText()
    .max(40)
    .optional()
    .describe('`trending` or `upvotes`; anything else is the newest first.'),
});

export type ListQuery = z.output<typeof listQuery>;

type Found = { ids: number[]; key: (string | number)[] | null };

const score = z.number();
const id = z.int().min(1);

/** Returns a list's name in cursors, and the function that reads a page of it. */
function listOf(query: ListQuery): {
  kind: string;
  read: () => Promise<Found | null>;
} {
  const { limit, cursor, search, sort } = query;
  const at = <T extends z.ZodType>(kind: string, shape: T) => {
    const key = readCursor(kind, shape, cursor);
    return cursor && !key ? 'bad' : key;
  };
  const byOffset = (kind: string, list: (offset: number) => Promise<Found>) => ({
    kind,
    read: async () => {
      const key = at(kind, offsetKey);
      return key === 'bad' ? null : list(key?.[0] ?? 0);
    },
  });
  if (search?.trim()) {
    return byOffset('found', async (offset) => {
      const { ids, more } = await findPapers({ q: search, limit, offset });
      return { ids, key: more ? [offset + limit] : null };
    });
  }
  if (query.period) {
    const kind = PERIODS[query.period];
    return byOffset(kind, async (offset) => {
      const day = (await getLatestDay(null, today())) ?? today();
      const ids = await listDays(daysOf(periodOf(kind, day)), { limit: limit + 1, offset });
      return { ids: ids.slice(0, limit), key: ids.length > limit ? [offset + limit] : null };
    });
  }
  if (sort === 'trending') {
    return {
      kind: 'trending',
      read: async () => {
        const key = at('trending', z.tuple([score, score, id]));
        if (key === 'bad') return null;
        const after = key && { trending: key[0], shuffle: key[1], id: key[2] };
        const rows = await listTrendingAfter(after, limit + 1);
        return cut(rows, limit, (row) => [row.trending, row.shuffle, row.id]);
      },
    };
  }
  if (sort === 'upvotes') {
    return {
      kind: 'upvotes',
      read: async () => {
        const key = at('upvotes', z.tuple([countKey, id]));
        if (key === 'bad') return null;
        const rows = await listMostUpvotedAfter(key && { upvotes: key[0], id: key[1] }, limit + 1);
        return cut(rows, limit, (row) => [row.upvotes, row.id]);
      },
    };
  }
  return {
    kind: 'new',
    read: async () => {
      const key = at('new', z.tuple([momentKey, score, id]));
      if (key === 'bad') return null;
      const after = key && { at: key[0], shuffle: key[1], id: key[2] };
      const rows = await listNewestAfter(after, limit + 1);
      return cut(rows, limit, (row) => [row.at, row.shuffle, row.id]);
    },
  };
}

function cut<Row extends { id: number }>(
  rows: Iterable<Row>,
  limit: number,
  keyOf: (row: Row) => (string | number)[],
): Found {
  const all = [...rows];
  const shown = all.slice(0, limit);
  const last = shown.at(-1);
  return {
    ids: shown.map((row) => row.id),
    key: last && all.length > limit ? keyOf(last) : null,
  };
}

/** Returns a page of papers; null for a cursor of another list. */
export async function readList(
  query: ListQuery,
): Promise<{ items: FlatPaper[]; next: string | null } | null> {
  const { kind, read } = listOf(query);
  const found = await read();
  if (!found) return null;
  const items = (await listApiPapers(found.ids)).map(toFlatPaper);
  if (!found.key) return { items, next: null };
  const following = Object.entries({ ...query, cursor: writeCursor(kind, found.key) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return { items, next: absolute(`/api/papers?${new URLSearchParams(following)}`) };
}
