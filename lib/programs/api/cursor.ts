import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';

/** Returns an opaque cursor; `kind` keeps a cursor of one list out of another. */
export const writeCursor = (kind: string, key: (string | number)[]): string =>
  Buffer.from(JSON.stringify([kind, ...key])).toString('base64url');

/** Returns the key in a cursor of that kind, or null for anything else. */
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

/** The message for an invalid cursor. */
export const BAD_CURSOR = 'This cursor is of another list, or none.';

/** Most papers that a list can page through; older ones are found by day or by search. */
export const DEEPEST = 10_000;
/** A time in the format of our own cursors; Postgres would fail on one that only resembles it. */
export const momentKey = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
  .refine((text) => {
    const iso = `${text.slice(0, 10)}T${text.slice(11, 19)}`;
    const time = Date.parse(`${iso}Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) && time > 0;
  });

/** A count in the range of our columns. */
export const countKey = z.int32().min(0);

export const offsetKey = z.tuple([z.int().min(1).max(DEEPEST)]);
