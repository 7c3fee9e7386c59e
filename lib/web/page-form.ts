import { revalidateTag } from 'next/cache';
import type { z } from 'zod';
import type { Result } from '@/lib/base/errors';
import { withReturn } from '@/lib/web/return-path';
import type { Context } from '@/lib/web/types';
import type { LimitName } from './rate-limit';
import { seeOther } from './response';
import { defineForm } from './route';

type Definition<Input extends z.ZodType, Output> = {
  /** The verb, as lib/sign-in/permissions lists it; also how pages tell whose error they show. */
  name: string;
  limit: LimitName;
  /** Milliseconds; more than usual where a picture may wait for its turn. */
  deadline?: number;
  /** Parsed from the fields, and the files by the names of theirs. */
  input: Input;
  run: (context: Context, input: z.output<Input>, request: Request) => Promise<Result<Output>>;
  /** The page that shows what was done, and the cache tags that are out of date since. */
  done: (output: Output) => { path: string; cookies?: string[]; tags?: string[] };
  /** The page that has the form, with what is wrong in its query. */
  back: (fields: URLSearchParams, query: Record<string, string>) => string;
};

/** Makes the handler of a plain form of one page, which leads to a page whatever happens. */
export function definePageForm<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
) {
  const { name, limit, deadline, input, run, done, back } = definition;
  return defineForm({
    name,
    limit,
    deadline,
    run: async (context, fields, files, request) => {
      const refused = (error: string, more: Record<string, string> = {}) =>
        seeOther(back(fields, { about: name, error, ...more }));
      const parsed = input.safeParse({
        ...Object.fromEntries(fields),
        ...Object.fromEntries(files),
      });
      if (!parsed.success) return refused('invalid');
      const result = await run(context, parsed.data, request);
      if (result.ok) {
        const { path, cookies, tags = [] } = done(result.data);
        // Here at once; the other instances learn of it by the service's notice.
        for (const tag of tags) revalidateTag(tag, { expire: 0 });
        return seeOther(path, cookies);
      }
      const page = back(fields, {});
      if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', page));
      if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', page));
      const picture = result.fields?.picture;
      return refused(result.reason, picture ? { picture } : {});
    },
  });
}
