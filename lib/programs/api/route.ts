import { connection } from 'next/server';
import { AppError, REASONS, type Refusal, refuse } from '@/lib/base/errors';
import type { AnyOperation, ApiClient, Reply } from '@/lib/programs/api/operation';
import { bearerOf } from '@/lib/tokens/bearer';
import type { Bearer, Scope } from '@/lib/tokens/types';
import { fieldMessages } from '@/lib/web/action';
import { readJson } from '@/lib/web/body';
import { isFresh } from '@/lib/web/conditional';
import { withDeadline } from '@/lib/web/deadline';
import { isInternal } from '@/lib/web/internal';
import { allowOf, methodsOf, type RouteHandler } from '@/lib/web/methods-of';
import { networkKey } from '@/lib/web/network-key';
import { askLimit, askProgram, type LimitState } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { limitHeaders } from '@/lib/web/response';
import { revalidating } from '@/lib/web/revalidate';
import { loggedRefusal } from '@/lib/web/route';

type Params = Record<string, string | string[] | undefined>;

const bodies = new WeakMap<Response, string | string[]>();

/** Returns the body of a response to a program as it was made; undefined for none or an error. */
export const madeBodyOf = (response: Response): string | string[] | undefined =>
  bodies.get(response);

/** Sends the pieces of a body only if they are read, which the outer server never does. */
const streamOf = (pieces: string[]): ReadableStream =>
  new ReadableStream(
    {
      pull(controller) {
        controller.enqueue(Buffer.from(pieces.join('')));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
const sendable = (body: string | string[]) => (typeof body === 'string' ? body : streamOf(body));

const EXPOSED = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After';
/** Public data may be read from any origin, because cookies are ignored here. */
export const READABLE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
};
/** Caching by shared caches, in seconds. */
const KEPT = 'public, max-age=10';

/** Responds to a CORS preflight; `allow` lists the methods of the address. */
export const allowReading = async (allow = 'GET, HEAD, OPTIONS'): Promise<Response> =>
  new Response(null, {
    status: 204,
    headers: {
      ...READABLE,
      allow,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
    },
  });

/**
 * Creates the handler of an operation: token → rate limit → input → the user's own limit → `run`. A
 * write needs a token with its scope; a read treats an unknown token as none.
 */
function serveOperation(operation: AnyOperation): RouteHandler {
  return async (request, route) => {
    // `next build` calls every GET; this ends it there.
    await connection();
    const params = (await route.params) ?? {};
    // The outer server counts the request, and shares the response among anonymous callers.
    return isInternal(request.headers)
      ? readAsStranger(operation, request, params)
      : serveClient(operation, request, params);
  };
}

/** Responds to a client, in Next or in the outer server; errors become their codes. */
export async function serveClient(
  operation: AnyOperation,
  request: Request,
  params: Params,
): Promise<Response> {
  // Pages of other sites may read, as the preflight says, and never write.
  const fail = operation.method === 'GET' ? errorResponse : privateError;
  let state: LimitState | null = null;
  try {
    return await withDeadline(async () => {
      const bearer = await bearerOf(request.headers);
      const address = addressOf(request.headers);
      const known = bearer === 'unknown' ? null : bearer;
      const program = await askProgram(known?.id ?? null, address);
      state = program.state;
      const refused = program.refusal ?? refuseBearer(operation, bearer);
      if (refused) return fail(refused, state);
      const parsed = await readInput(operation, request, params);
      if ('ok' in parsed) return fail(parsed, state);
      if (operation.limit && known) {
        const own = await askLimit(operation.limit, { viewer: known.viewer, address });
        state = own.state ?? state;
        if (own.refusal) return fail(own.refusal, state);
      }
      const client: ApiClient = {
        viewer: known?.viewer ?? null,
        scopes: known?.scopes ?? [],
        tokenName: known?.name,
        network: networkKey(address),
      };
      const result = await revalidating(() => operation.run(client, parsed.input));
      if (!result.ok) return fail(result, state);
      return response(operation, request, result.data, { state, personal: known !== null });
    }, operation.deadline);
  } catch (error) {
    return fail(loggedRefusal(operation.id, error), state);
  }
}

const STRANGER: ApiClient = { viewer: null, scopes: [], network: null };

/** Responds to an anonymous read, without counting it. */
async function serveStranger(
  operation: AnyOperation,
  request: Request,
  params: Params,
): Promise<Response> {
  const refused = refuseBearer(operation, null);
  if (refused) return errorResponse(refused);
  const parsed = await readInput(operation, request, params);
  if ('ok' in parsed) return errorResponse(parsed);
  const result = await operation.run(STRANGER, parsed.input);
  if (!result.ok) return errorResponse(result);
  return response(operation, request, result.data, { state: null, personal: false });
}

/** Responds to a read outside of Next; errors become their codes. */
export async function readAsStranger(
  operation: AnyOperation,
  request: Request,
  params: Params,
): Promise<Response> {
  try {
    return await withDeadline(() => serveStranger(operation, request, params), operation.deadline);
  } catch (error) {
    return errorResponse(loggedRefusal(operation.id, error));
  }
}

/** Returns the handlers of an address: these operations, and 405 for all other methods. */
export function serveOperations(...operations: AnyOperation[]) {
  const handlers = Object.fromEntries(operations.map((one) => [one.method, serveOperation(one)]));
  if (!operations.some(({ method }) => method === 'GET')) return methodsOf(handlers);
  const preflight: RouteHandler = () => allowReading(allowOf(handlers));
  return methodsOf({ ...handlers, OPTIONS: preflight });
}

const NEEDED = `Send a token of yours: Authorization: Bearer ppt_… It is made at /settings/tokens.`;

/** Returns why the caller may not use this operation, or null. */
function refuseBearer(
  { scope, signedIn }: AnyOperation,
  bearer: Bearer | 'unknown' | null,
): Refusal | null {
  if (scope === undefined && !signedIn) return null;
  if (bearer === null) return refuse('signed_out', { message: NEEDED });
  if (bearer === 'unknown') {
    return refuse('signed_out', { message: 'This token is unknown, expired or revoked.' });
  }
  return scope === undefined || mayDo(bearer, scope)
    ? null
    : refuse('forbidden', { message: `This token does not have the scope “${scope}”.` });
}

export const mayDo = ({ scopes }: { scopes: Scope[] }, scope: Scope): boolean =>
  scopes.includes(scope);

async function readInput(
  { params, query, body }: AnyOperation,
  request: Request,
  path: Params,
): Promise<Refusal | { input: object }> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  // Postgres rejects NUL, and no identifier or word contains it.
  if (Object.values({ ...asked, ...path }).some((text) => text?.includes('\0'))) {
    return refuse('invalid');
  }
  const parts = [
    [params, path],
    [query, asked],
  ];
  if (body) {
    const sent = await readBody(request);
    if (sent === undefined) {
      return refuse('invalid', { message: 'Send a JSON object as application/json.' });
    }
    parts.push([body, sent]);
  }
  let input = {};
  for (const [schema, given] of parts) {
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      const fields = fieldMessages(parsed.error);
      const [[name, words] = ['', '']] = Object.entries(fields);
      return refuse('invalid', { fields, message: name === 'form' ? words : `${name}: ${words}` });
    }
    input = { ...input, ...parsed.data };
  }
  return { input };
}

/** Returns undefined if the body is no JSON. */
async function readBody(request: Request): Promise<unknown> {
  try {
    return await readJson(request);
  } catch (error) {
    if (error instanceof AppError && error.reason === 'invalid') return undefined;
    throw error;
  }
}

function response(
  operation: AnyOperation,
  request: Request,
  { body, etag, next }: Reply<unknown>,
  { state, personal }: { state: LimitState | null; personal: boolean },
): Response {
  const { method, type, status = 200 } = operation;
  const read = method === 'GET';
  const shared = read && !(operation.personal && personal);
  // Negotiated by `Accept` at a page's address, so shared caches must not store it.
  const negotiated = type !== undefined && request.headers.get('accept')?.includes(type);
  const headers = new Headers({
    ...(read && READABLE),
    ...limitHeaders(state),
    'content-type': `${type ?? 'application/json'}; charset=utf-8`,
    'cache-control': negotiated ? 'private, max-age=10' : shared ? KEPT : 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  if (operation.personal) headers.set('vary', 'Authorization');
  if (type !== undefined) headers.set('vary', 'Accept');
  if (next !== null) headers.set('link', `<${next}>; rel="next"`);
  if (!read) return new Response(sendable(body), { status, headers });
  headers.set('etag', etag);
  if (isFresh(request.headers, { etag })) {
    return new Response(null, { status: 304, headers });
  }
  const made = new Response(sendable(body), { status, headers });
  bodies.set(made, body);
  return made;
}

/** The same without CORS headers: for writes and MCP, which pages of other sites may not read. */
export function privateError(refusal: Refusal, state: LimitState | null = null): Response {
  const response = errorResponse(refusal, state);
  for (const name of Object.keys(READABLE)) response.headers.delete(name);
  return response;
}

/** Responds with `{ error: message, code, fields }`; clients show `error` to users. */
export function errorResponse(refusal: Refusal, state: LimitState | null = null): Response {
  const { reason, message, fields, retryAfter, slug } = refusal;
  const { status, words } = REASONS[reason];
  const headers = new Headers({
    ...READABLE,
    ...limitHeaders(state),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  const body = { error: message ?? words, code: reason, fields, slug };
  return Response.json(body, { status, headers });
}
