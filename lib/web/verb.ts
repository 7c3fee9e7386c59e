import type { z } from 'zod';
import type { Result } from '@/lib/base/errors';
import { refuseByWho, type Who } from './access';
import type { Intent } from './intent';
import type { LimitName } from './rate-limit';
import type { Context } from './types';

type Call<Input extends z.ZodType, Output> = {
  /** The row of the permission table. */
  who: Who;
  /** The rate limit that each call takes from. */
  limit: LimitName | null;
  input: Input;
  /** Deadline in ms; longer if a picture or another site is involved. */
  deadline?: number;
  run: (context: Context, input: z.output<Input>) => Promise<Result<Output>>;
};

/** Target of a redirect; `cookies` as Set-Cookie values. */
export type Page = { path: string; cookies?: string[] };

type Form<Fields extends z.ZodType, Output> = {
  /** Schema of the form's fields if it differs from a script's input; its output is an input. */
  fields?: Fields;
  /** Fields that can occur several times. */
  lists?: string[];
  /** Fields that can carry a file, passed as bytes. */
  files?: string[];
  /**
   * The message that the page of the `from` field shows, or the page to go to (`from` is a safe
   * path).
   */
  done: string | ((output: Output, input: z.output<Fields>, from: string) => string | Page);
  /** Names the outcome in the page's address, if the message of `done` depends on the input. */
  outcome?: (input: z.output<Fields>) => string;
  /**
   * Returns the page of the form, with the typed values and, in `query`, `about` and `error`.
   * Without it a form redirects to `from` if `done` is a message, or else gets a plain-text
   * response.
   */
  back?: (fields: URLSearchParams, query: Record<string, string>) => string;
  /**
   * Allows a visitor to send the form before signing in; the server carries it out afterwards.
   * Returns the label for the sign-in page and the page to return to, or null if its subject does
   * not exist.
   */
  intent?: (
    input: z.output<Fields>,
    from: string,
  ) => Promise<Omit<Intent, 'verb' | 'fields'> | null>;
  /** Goes back to the page that shows the form (Referer); `from` is used without one. */
  returnsToPage?: boolean;
  /** Completes a sign-in; the visitor's intent is carried out after it. */
  completesSignIn?: boolean;
  /** The field with a text too long for an address: a rejected form is returned in the response. */
  text?: { name: string; label: string } | 'none';
};

export type Verb<Input extends z.ZodType = z.ZodType, Output = unknown> = Call<Input, Output> & {
  /** `concept/verb`; given by `named`. */
  name: string;
};
export type FormVerb<
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Fields extends z.ZodType = z.ZodType,
> = Verb<Input, Output> & Form<Fields, Output>;

// biome-ignore lint/suspicious/noExplicitAny: its parts belong together, whatever they are
export type AnyVerb = Verb<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: its parts belong together, whatever they are
export type AnyFormVerb = FormVerb<any, any, any>;

/** Declares a write once; with `done` it has a form at /do/CONCEPT/VERB. */
export function verb<Input extends z.ZodType, Output, Fields extends z.ZodType = Input>(
  definition: Call<Input, Output> & Form<Fields, Output>,
): FormVerb<Input, Output, Fields>;
export function verb<Input extends z.ZodType, Output>(
  definition: Call<Input, Output>,
): Verb<Input, Output>;
export function verb(definition: object): object {
  return { name: '', ...definition };
}

/** Gives the verbs of a concept their names. */
export const named = <Verbs extends Record<string, AnyVerb>>(
  concept: string,
  verbs: Verbs,
): Verbs => {
  for (const [key, verb] of Object.entries(verbs)) verb.name = `${concept}/${key}`;
  return verbs;
};

export const isForm = (verb: AnyVerb): verb is AnyFormVerb => 'done' in verb;

/** Runs a verb after its `who` check; callers handle limit and input. */
export async function callVerb<Input extends z.ZodType, Output>(
  { who, run }: Verb<Input, Output>,
  context: Context,
  input: z.output<Input>,
): Promise<Result<Output>> {
  return refuseByWho(who, context.viewer) ?? run(context, input);
}
