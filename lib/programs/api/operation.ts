import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Reason, Result } from '@/lib/base/errors';
import type { Scope } from '@/lib/tokens/types';
import type { LimitName } from '@/lib/web/rate-limit';
import type { Context } from '@/lib/web/types';

/** A serialized response, so that concurrent requests share it. */
export type Reply<T> = {
  /** In pieces if it is long: a string of a megabyte costs more than what it says. */
  body: string | string[];
  etag: string;
  /** The address of the next page of a list. */
  next: string | null;
  /** The type of the body; for the compiler only. */
  says?: T;
};

export function reply<T>(data: T, next: string | null = null): Reply<T> {
  const body = typeof data === 'string' ? data : JSON.stringify(data);
  return serialized(body, next, body);
}

/** The same for data that is serialized already; `version` changes with it. */
export function serialized<T>(
  body: string | string[],
  next: string | null,
  version: string,
): Reply<T> {
  const hash = hashOf(version);
  return { body, next, etag: `"${hash.slice(0, 22)}"` };
}

/** Returns the body of a reply in one piece. */
export const textOf = ({ body }: Reply<unknown>): string =>
  typeof body === 'string' ? body : body.join('');

/** Of bytes: of a long string, a hash takes three times as long. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(Buffer.from(text)).digest('base64url');

/** The caller, by token or anonymous. Cookies are ignored. */
export type ApiClient = Context & { scopes: Scope[]; tokenName?: string };

/** The groups of operations, with their descriptions in the document. */
export const TAGS = {
  Papers: 'Daily lists, search, and single papers as JSON or Markdown.',
  Comments: 'Discussions, read in threads.',
  Votes: 'Upvotes of the user whose token is sent, and live counts.',
  Writing: 'Submitting papers and commenting on them.',
  'For you':
    'New papers in the order of what the user whose token is sent likes. Nobody else sees it.',
  Collections: 'Reading lists: public ones for everybody, private ones for their owner.',
  Account: 'The user whose token is sent.',
  Compatibility: 'Addresses that clients of the Hub ask for, with empty lists.',
} as const;

type Shape = z.ZodObject;

export type Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  ResponseType extends z.ZodType = z.ZodType,
> = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** In OpenAPI's notation: `/api/papers/{id}`. */
  path: string;
  tag: keyof typeof TAGS;
  summary: string;
  description?: string;
  params: Params;
  query: Query;
  body?: Body;
  response: ResponseType;
  /** Content type of the response; JSON by default. */
  type?: 'text/markdown';
  status?: 200 | 201;
  /** The required scope of the token; without one, anonymous requests are allowed. */
  scope?: Scope;
  /** Requires a valid token of any scope. */
  signedIn?: boolean;
  /** The response depends on the caller. */
  personal?: boolean;
  /** The user's own limit that a request counts towards, besides the program's. */
  limit?: LimitName | null;
  /** Errors besides the usual ones. */
  refusals?: Reason[];
  /** Milliseconds; higher if the operation requests another site. */
  deadline?: number;
  run: (
    client: ApiClient,
    input: z.output<Params> & z.output<Query> & z.output<Body>,
  ) => Promise<Result<Reply<z.output<ResponseType>>>>;
};

/** Any operation, for code that handles all of them: the document, the page, the test. */
// biome-ignore lint/suspicious/noExplicitAny: its parts belong together, whatever they are
export type AnyOperation = Operation<any, any, any, any>;

/** Defines an operation for the route, the document and the test of all operations. */
export const defineOperation = <
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  ResponseType extends z.ZodType,
>(
  operation: Operation<Params, Query, Body, ResponseType>,
): Operation<Params, Query, Body, ResponseType> => operation;
