import { env, siteUrl } from '@/lib/base/env';

export type LimitedResponse = {
  status: number;
  body: string;
  /** Seconds, if the other side gives them. */
  retryAfter: number | null;
  etag?: string;
  /** Location of a redirect that the caller wants to read. */
  location?: string;
  /** Seconds until the next request is allowed, if this one used up the quota. */
  spentFor?: number;
};

/** No usable response: a timeout, one that is too long, a redirect, or no connection. */
export class NoResponse extends Error {}

export type Limits = {
  /** Milliseconds for the whole response. */
  timeout?: number;
  /** Bytes, after decompression. */
  size?: number;
  signal?: AbortSignal;
  /** In addition to our own. */
  headers?: Record<string, string>;
  /** Redirects and 304 count as responses; redirects are never followed. */
  redirects?: 'refuse' | 'tell';
  /** Sent as the body of a POST; without it the request is a GET. */
  json?: object;
  /** Instead of those. */
  method?: string;
};

/** Our User-Agent, so that a source can contact us before it blocks us. */
export function userAgent(): string {
  const { CONTACT_EMAIL } = env();
  const contact = CONTACT_EMAIL ? `; mailto:${CONTACT_EMAIL}` : '';
  return `Papertide/0.1 (+${siteUrl()}${contact})`;
}

/**
 * Sends a GET, or a POST of JSON, to an address built from the configuration, never from user input: 10 s and 1 MiB
 * unless given, redirects rejected. Throws NoResponse; the caller reads the status.
 */
export async function fetchLimited(url: URL, limits: Limits = {}): Promise<LimitedResponse> {
  const { timeout = 10_000, size = 2 ** 20, redirects = 'refuse' } = limits;
  const deadline = AbortSignal.timeout(timeout);
  const signal = limits.signal ? AbortSignal.any([deadline, limits.signal]) : deadline;
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: '*/*',
        ...(limits.json && { 'content-type': 'application/json' }),
        ...limits.headers,
        'user-agent': userAgent(),
      },
      ...(limits.json && { method: 'POST', body: JSON.stringify(limits.json) }),
      ...(limits.method && { method: limits.method }),
      cache: 'no-store',
      signal,
    });
    if (response.status >= 300 && response.status < 400 && redirects === 'refuse') {
      await response.body?.cancel();
      throw new NoResponse(`${url.host} redirects, which is not followed`);
    }
    const spentFor = spent(response.headers);
    return {
      status: response.status,
      body: await readBody(response, size),
      retryAfter: retryAfter(response.headers.get('retry-after')) ?? spentFor ?? null,
      etag: response.headers.get('etag') ?? undefined,
      location: response.headers.get('location') ?? undefined,
      spentFor,
    };
  } catch (error) {
    limits.signal?.throwIfAborted();
    if (error instanceof NoResponse) throw error;
    const reason = deadline.aborted
      ? `does not answer within ${timeout / 1000} s`
      : 'cannot be reached';
    throw new NoResponse(`${url.host} ${reason}`, { cause: error });
  }
}

async function readBody(response: Response, size: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    read += chunk.byteLength;
    if (read > size) throw new NoResponse(`the answer is longer than ${size} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * By the headers of GitHub and others: the remaining quota, and when (epoch seconds) it is reset.
 */
function spent(headers: Headers): number | undefined {
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') !== '0' || !(reset > 0)) return undefined;
  return Math.min(LONGEST, Math.max(1, reset - Date.now() / 1000));
}

const LONGEST = 86_400;

/** Parses Retry-After, seconds or a date, to seconds. */
export function retryAfter(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(LONGEST, Math.max(0, seconds));
}
