import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { LONGEST_QUERY } from '@/lib/search/query';
import { readRequest, searchParams } from '@/lib/search/schema';

/** Most saved searches of one user. */
export const MOST_SEARCHES = 50;
export const NAME_LENGTH = 60;

/** The longest query, with three escaped bytes per character, and its filters. */
const LONGEST_SAVED = 9 * LONGEST_QUERY + 2_000;

const name = exactText()
  .trim()
  .min(1, 'Give it a name.')
  .max(NAME_LENGTH, `A name has at most ${NAME_LENGTH} characters.`)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'Plain text without control characters.');

/** A search by its query string; an invalid one is not saved. */
export const saveInput = z
  .object({ name, query: freeText().max(LONGEST_SAVED) })
  .transform((input, context) => {
    const params = readQuery(input.query);
    const { request, problems } = readRequest(params);
    const asked = request.q !== '' || Object.keys(request.filters).length > 0;
    if (asked && Object.keys(problems).length === 0) {
      return { name: input.name, query: writeQuery(params) };
    }
    context.addIssue({ code: 'custom', path: ['query'], message: 'This search asks for nothing.' });
    return z.NEVER;
  });

export const changeInput = z.object({
  id: z.coerce.number().int().positive(),
  name,
  highlight: z.literal('on').optional().transform(Boolean),
});
export const ownSearchInput = z.object({ id: z.coerce.number().int().positive() });

export type SaveInput = z.output<typeof saveInput>;
export type ChangeInput = z.output<typeof changeInput>;

/** Returns the fields of a saved query; one that is too long counts as empty. */
export function readQuery(query: string) {
  const fields = new URLSearchParams(query);
  return searchParams.parse(
    Object.fromEntries(
      Object.entries(searchParams.shape).map(([field, shape]) => {
        const read = shape.safeParse(fields.get(field) ?? undefined);
        return [field, read.success ? read.data : ''];
      }),
    ),
  );
}

/** Returns fields as a query string, without the page and empty fields. */
export function writeQuery(params: Record<string, string>): string {
  const kept = Object.entries(params).filter(([field, value]) => value && field !== 'page');
  return new URLSearchParams(kept).toString();
}
