import type { z } from 'zod';
import { withReturn } from '@/lib/auth/return-path';
import type { Context } from '@/lib/auth/types';
import type { Result } from '@/lib/errors';
import { seeOther } from '@/lib/http/answer';
import { defineForm } from '@/lib/http/route';

type Definition<Input extends z.ZodType, Output> = {
  /** The verb, as lib/auth/permissions lists it; also how pages tell whose error they show. */
  name: string;
  input: Input;
  run: (context: Context, input: z.output<Input>) => Promise<Result<Output>>;
  /** The page that shows what was done. */
  done: (output: Output) => { path: string; cookies?: string[] };
  /** The page that has the form, with what is wrong in its query. */
  back: (fields: URLSearchParams, query: Record<string, string>) => string;
};

/** Makes the handler of a plain form about groups, which leads to a page whatever happens. */
export function groupForm<Input extends z.ZodType, Output>(definition: Definition<Input, Output>) {
  const { name, input, run, done, back } = definition;
  return defineForm({
    name,
    limit: 'group',
    run: async (context, fields) => {
      const refused = (error: string) => seeOther(back(fields, { about: name, error }));
      const parsed = input.safeParse(Object.fromEntries(fields));
      if (!parsed.success) return refused('invalid');
      const result = await run(context, parsed.data);
      if (result.ok) {
        const { path, cookies } = done(result.data);
        return seeOther(path, cookies);
      }
      const page = back(fields, {});
      if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', page));
      if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', page));
      return refused(result.reason);
    },
  });
}

/** The group that a form is about, as far as it can be one: it becomes part of an address. */
export const slugIn = (fields: URLSearchParams): string =>
  (fields.get('slug') ?? '').replace(/[^a-z0-9-]/g, '').slice(0, 48) || 'none';
