import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Reason, Result } from '@/lib/base/errors';
import type { Scope } from '@/lib/tokens/types';
import type { LimitName } from '@/lib/web/rate-limit';
import type { Context } from '@/lib/web/types';

/** An answer as its bytes, so that one that many ask for is made once. */
export type Reply<T> = {
  body: string;
  etag: string;
  /** The address of what follows in a list. */
  next: string | null;
  /** What the body says; for the compiler only. */
  says?: T;
};

export function reply<T>(data: T, next: string | null = null): Reply<T> {
  const body = typeof data === 'string' ? data : JSON.stringify(data);
  const hash = createHash('sha256').update(body).digest('base64url');
  return { body, next, etag: `"${hash.slice(0, 22)}"` };
}

/** Who asks: by a token, or nobody in particular. Never by a cookie. */
export type Asker = Context & { scopes: Scope[]; tokenName?: string };

/** What the operations are grouped by, with what the document says of each group. */
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
  Answer extends z.ZodType = z.ZodType,
> = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As OpenAPI writes it: `/api/papers/{id}`. */
  path: string;
  tag: keyof typeof TAGS;
  summary: string;
  description?: string;
  params: Params;
  query: Query;
  body?: Body;
  answer: Answer;
  /** Of the answer; JSON unless said otherwise. */
  type?: 'text/markdown';
  status?: 200 | 201;
  /** What a token must allow; without one anybody may ask. */
  scope?: Scope;
  /** Any valid token will do, but there must be one. */
  signedIn?: boolean;
  /** The answer depends on who asks. */
  personal?: boolean;
  /** What this takes from a reader's own limits, besides a request of the program's. */
  limit?: LimitName | null;
  /** What can go wrong besides the usual. */
  refusals?: Reason[];
  /** Milliseconds; more than usual where another site is asked. */
  deadline?: number;
  run: (
    asker: Asker,
    input: z.output<Params> & z.output<Query> & z.output<Body>,
  ) => Promise<Result<Reply<z.output<Answer>>>>;
};

/** Any operation, for what goes through all of them: the document, the page, the test. */
// biome-ignore lint/suspicious/noExplicitAny: its parts belong together, whatever they are
export type AnyOperation = Operation<any, any, any, any>;

/** One definition serves the route, the document and the test that calls everything. */
export const defineOperation = <
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Answer extends z.ZodType,
>(
  operation: Operation<Params, Query, Body, Answer>,
): Operation<Params, Query, Body, Answer> => operation;
