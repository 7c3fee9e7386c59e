import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';

/** Where a list goes on: opaque to clients, `kind` keeps a cursor of one list out of another. */
export const writeCursor = (kind: string, key: (string | number)[]): string =>
  Buffer.from(JSON.stringify([kind, ...key])).toString('base64url');

/** The key in a cursor of that kind, or null for anything else. */
export function readCursor<T extends z.ZodType>(
  kind: string,
  shape: T,
  cursor: string | undefined,
): z.output<T> | null {
  if (!cursor) return null;
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(said) || said[0] !== kind) return null;
    const parsed = shape.safeParse(said.slice(1));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const cursorParam = exactText()
  .max(300)
  .optional()
  .describe('Where to go on, as the `Link` header of the page before says.');

/** What a bad cursor is answered with. */
export const BAD_CURSOR = 'This cursor is of another list, or none.';

/** Papers that a list counts through by number; what is beyond is found by day or by search. */
export const DEEPEST = 10_000;
/** A time as Postgres writes it for us; what only looks like one, it would refuse with an error. */
export const momentKey = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
  .refine((text) => {
    const iso = `${text.slice(0, 10)}T${text.slice(11, 19)}`;
    const time = Date.parse(`${iso}Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) && time > 0;
  });

/** A count as columns of ours hold it. */
export const countKey = z.int32().min(0);

export const offsetKey = z.tuple([z.int().min(1).max(DEEPEST)]);
