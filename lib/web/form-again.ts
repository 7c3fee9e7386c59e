import { z } from 'zod';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { plainPage } from './plain-page';

/** Maximum number of fields in a form that is sent again. */
const MOST_FIELDS = 20;

/**
 * Responds to a rejected form whose text fits into no address: the reason, and a form that sends it
 * again.
 */
export function againPage(
  action: string,
  text: { name: string; label: string } | 'none',
  fields: URLSearchParams,
  { reason, message, fields: problems, retryAfter }: Refusal,
): Response {
  const { status, words } = REASONS[reason];
  const area = text === 'none' ? undefined : { ...text, value: fields.get(text.name) ?? '' };
  const wait = retryAfter ? ` Try again in ${Math.ceil(retryAfter / 60)} min.` : '';
  const shown = message ?? Object.values(problems ?? {})[0] ?? words;
  return plainPage({
    title: 'This was not saved',
    text: `${shown}${wait}${area ? ' Your text is still here.' : ''}`,
    status,
    retryAfter,
    ...(reason === 'signed_out' && {
      link: { href: '/sign-in', text: 'Sign in', elsewhere: true },
    }),
    form: {
      action,
      hidden: [...fields].filter(([name]) => name !== area?.name).slice(0, MOST_FIELDS),
      area,
    },
  });
}

/**
 * Derives the schema of form fields from that of a script's input: an empty field is absent, line
 * breaks are two characters, and the named fields are numbers.
 */
export const fromForm = <Input extends z.ZodType>(input: Input, numbers: string[] = []) =>
  z.preprocess(
    (sent) =>
      Object.fromEntries(
        Object.entries(sent as Record<string, unknown>)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => [
            name,
            numbers.includes(name)
              ? Number(value)
              : typeof value === 'string'
                ? value.replaceAll('\r\n', '\n')
                : value,
          ]),
      ),
    input,
  );
