import { env, siteUrl } from '@/lib/base/env';

export type Answer = {
  status: number;
  body: string;
  /** Seconds, where the other side names them. */
  retryAfter: number | null;
  etag?: string;
  /** Of a redirect that the caller wants to read. */
  location?: string;
  /** Seconds until more may be asked, where this answer was the last one that is allowed before. */
  spentFor?: number;
};

/** No usable answer: none in time, too long a one, a redirect, or no connection. */
export class NoAnswer extends Error {}

export type Limits = {
  /** Milliseconds until the whole answer is here. */
  timeout?: number;
  /** Bytes, after decompression. */
  size?: number;
  signal?: AbortSignal;
  /** Beside our own. */
  headers?: Record<string, string>;
  /** Redirects, and that nothing has changed, are answers too; they are never followed. */
  redirects?: 'refuse' | 'tell';
};

/** Who asks, so that a source can reach us before it shuts us out. */
function userAgent(): string {
  const { CONTACT_EMAIL } = env();
  const contact = CONTACT_EMAIL ? `; mailto:${CONTACT_EMAIL}` : '';
  return `Papertide/0.1 (+${siteUrl()}${contact})`;
}

/**
 * GET of an address that was built from the configuration, never from what a user typed: 10 s and
 * 1 MiB unless said otherwise, redirects refused. Throws NoAnswer; a status is the caller's to read.
 */
export async function fetchAnswer(url: URL, limits: Limits = {}): Promise<Answer> {
  const { timeout = 10_000, size = 2 ** 20, redirects = 'refuse' } = limits;
  const deadline = AbortSignal.timeout(timeout);
  const signal = limits.signal ? AbortSignal.any([deadline, limits.signal]) : deadline;
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: '*/*', ...limits.headers, 'user-agent': userAgent() },
      cache: 'no-store',
      signal,
    });
    if (response.status >= 300 && response.status < 400 && redirects === 'refuse') {
      await response.body?.cancel();
      throw new NoAnswer(`${url.host} redirects, which is not followed`);
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
    if (error instanceof NoAnswer) throw error;
    const reason = deadline.aborted
      ? `does not answer within ${timeout / 1000} s`
      : 'cannot be reached';
    throw new NoAnswer(`${url.host} ${reason}`, { cause: error });
  }
}

async function readBody(response: Response, size: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    read += chunk.byteLength;
    if (read > size) throw new NoAnswer(`the answer is longer than ${size} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** By the headers that GitHub and others send: what is left, and when (epoch seconds) there is more. */
function spent(headers: Headers): number | undefined {
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') !== '0' || !(reset > 0)) return undefined;
  return Math.min(LONGEST, Math.max(1, reset - Date.now() / 1000));
}

const LONGEST = 86_400;

/** Seconds of a Retry-After, which is a number of them or a date. */
function retryAfter(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(LONGEST, Math.max(0, seconds));
}
