import { revalidateTag } from 'next/cache';
import type { z } from 'zod';
import { REASONS, type Refusal, type Result, refuse } from '@/lib/base/errors';
import type { Context } from '@/lib/web/types';
import { fieldMessages } from './action';
import { plainPage } from './plain-page';
import { type LimitName, takeLimit } from './rate-limit';
import { addressOf } from './request-headers';
import { seeOther } from './response';
import { defineForm } from './route';

type Definition<Input extends z.ZodType> = {
  /** The verb, as lib/sign-in/permissions lists it. */
  name: string;
  limit: LimitName;
  /** Where the form is sent. */
  action: string;
  input: Input;
  /** Fields that hold numbers. */
  numbers: string[];
  /** The field of the long text, and what it is called. */
  text?: { name: string; label: string };
  /** Answers where to go on, and the tags that are out of date. */
  run: (
    context: Context,
    input: z.output<Input>,
  ) => Promise<Result<{ leadsTo: string; tags: string[] }>>;
};

/**
 * Makes the handler of a plain form with a long text, which no address can carry back to a page:
 * what is refused comes back at once, with the reason, in a form that sends it again.
 */
export function defineTextForm<Input extends z.ZodType>(definition: Definition<Input>) {
  const { name, limit, input, numbers, run } = definition;
  return defineForm({
    name,
    run: async (context, fields, _files, request) => {
      const refused = (refusal: Refusal) => again(definition, fields, refusal);
      const by = { viewer: context.viewer, address: addressOf(request.headers) };
      const limited = await takeLimit(limit, by);
      if (limited) return refused(limited);
      const sent = [...fields]
        .filter(([, value]) => value !== '')
        // A form sends its line breaks as two characters.
        .map(([key, value]) => [
          key,
          numbers.includes(key) ? Number(value) : value.replaceAll('\r\n', '\n'),
        ]);
      const parsed = input.safeParse(Object.fromEntries(sent));
      if (!parsed.success) {
        return refused(refuse('invalid', { fields: fieldMessages(parsed.error) }));
      }
      const result = await run(context, parsed.data);
      if (!result.ok) return refused(result);
      // Here at once; the other instances learn of it by the service's notice.
      for (const tag of result.data.tags) revalidateTag(tag, { expire: 0 });
      return seeOther(result.data.leadsTo);
    },
  });
}

function again<Input extends z.ZodType>(
  { action, text }: Definition<Input>,
  fields: URLSearchParams,
  refusal: Refusal,
): Response {
  const { reason, message, retryAfter } = refusal;
  const { status, words } = REASONS[reason];
  const wait = retryAfter ? ` It is possible again in ${Math.ceil(retryAfter / 60)} min.` : '';
  const told = message ?? Object.values(refusal.fields ?? {})[0] ?? words;
  return plainPage({
    title: 'This was not saved',
    text: `${told}${wait}${text ? ' Your text is still here.' : ''}`,
    status,
    retryAfter,
    ...(reason === 'signed_out' && {
      link: { href: '/sign-in', text: 'Sign in', elsewhere: true },
    }),
    form: {
      action,
      hidden: [...fields].filter(([name]) => name !== text?.name).slice(0, 20),
      area: text && { ...text, value: fields.get(text.name) ?? '' },
    },
  });
}
