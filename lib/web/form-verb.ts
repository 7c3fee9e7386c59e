import { revalidateTag } from 'next/cache';
import type { z } from 'zod';
import type { Result } from '@/lib/base/errors';
import { returnPath } from '@/lib/web/return-path';
import type { Context } from '@/lib/web/types';
import type { LimitName } from './rate-limit';
import { seeOther } from './response';
import { defineForm } from './route';

type Definition<Input extends z.ZodType> = {
  /** The verb, as lib/sign-in/permissions lists it. */
  name: string;
  limit: LimitName;
  input: Input;
  /** Fields of the form that may come several times. */
  lists?: string[];
  /** Fields that may carry a file, which the input gets as bytes. */
  files?: string[];
  run: (context: Context, input: z.output<Input>) => Promise<Result<object>>;
};

/**
 * Makes the handler of a plain form that calls one verb and leads back to the page of its `from`
 * field, which is told `done` or `error` with a code, and the text of `reason` if it was refused.
 * `tags` among what the verb answers are stored pages that have changed.
 */
export function defineFormVerb<Input extends z.ZodType>(definition: Definition<Input>) {
  const { name, limit, input, lists = [], files = [], run } = definition;
  return defineForm({
    name,
    limit,
    run: async (context, fields, sent) => {
      const reason = fields.get('reason') ?? '';
      const refused = (error: string) => seeOther(backTo(fields, { error, reason }));
      const parsed = input.safeParse({
        ...Object.fromEntries(fields),
        ...Object.fromEntries(lists.map((list) => [list, fields.getAll(list)])),
        ...Object.fromEntries(files.map((file) => [file, sent.get(file)])),
      });
      if (!parsed.success) return refused('invalid');
      const result = await run(context, parsed.data);
      if (!result.ok) return refused(result.reason);
      // Here at once; the other instances learn of it by the service's notice.
      const { tags = [] } = result.data as { tags?: string[] };
      for (const tag of tags) revalidateTag(tag, { expire: 0 });
      return seeOther(backTo(fields, { done: name }));
    },
  });
}

function backTo(fields: URLSearchParams, said: Record<string, string>): string {
  const place = new URL(returnPath(fields.get('from')), 'http://site');
  for (const old of ['done', 'error', 'reason']) place.searchParams.delete(old);
  for (const [name, text] of Object.entries(said)) {
    // An address of some thousand characters is refused on the way.
    if (text) place.searchParams.set(name, text.slice(0, 500));
  }
  return place.pathname + place.search + place.hash;
}
