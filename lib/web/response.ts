import { REASONS, type Refusal, type Result } from '@/lib/base/errors';
import type { LimitState } from './rate-limit';

/** Headers of every personal response: never stored, never sniffed. */
export const PRIVATE = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Responds with a result as JSON: the data itself, or `{ error: message, code, fields }` with the
 * reason's status.
 */
export function jsonResponse(result: Result<unknown>, state: LimitState | null = null): Response {
  const headers = new Headers({ ...PRIVATE, ...limitHeaders(state) });
  if (result.ok) return Response.json(result.data, { headers });
  const { status, words } = REASONS[result.reason];
  if (result.retryAfter !== undefined) headers.set('retry-after', String(result.retryAfter));
  return Response.json(
    { error: result.message ?? words, code: result.reason, fields: result.fields },
    { status, headers },
  );
}

/** Responds in plain text to a browser for which there is no page. */
export function textResponse(refusal: Refusal): Response {
  const { status, words } = REASONS[refusal.reason];
  const headers = new Headers({ ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' });
  if (refusal.retryAfter !== undefined) headers.set('retry-after', String(refusal.retryAfter));
  return new Response(`${refusal.message ?? words}\n`, { status, headers });
}

/**
 * Redirects to a path of this site as a GET. Relative, so that it works under every name of the
 * site.
 */
export function seeOther(path: string, cookies: string[] = []): Response {
  const headers = new Headers({ ...PRIVATE, location: path });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** RateLimit and RateLimit-Policy as draft-ietf-httpapi-ratelimit-headers-10 writes them. */
export function limitHeaders(state: LimitState | null): Record<string, string> {
  if (!state) return {};
  const { name, window, left, reset } = state;
  return {
    'ratelimit-policy': `"${name}";q=${window.limit};w=${window.seconds}`,
    ratelimit: `"${name}";r=${left};t=${reset}`,
  };
}
