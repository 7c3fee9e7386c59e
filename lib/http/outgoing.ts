import { env, siteUrl } from '@/lib/env';

export type Answer = {
  status: number;
  body: string;
  /** Seconds, where the other side names them. */
  retryAfter: number | null;
};

/** No usable answer: none in time, too long a one, a redirect, or no connection. */
export class NoAnswer extends Error {}

type Limits = {
  /** Milliseconds until the whole answer is here. */
  timeout?: number;
  /** Bytes, after decompression. */
  size?: number;
  signal?: AbortSignal;
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
  const { timeout = 10_000, size = 2 ** 20 } = limits;
  const deadline = AbortSignal.timeout(timeout);
  const signal = limits.signal ? AbortSignal.any([deadline, limits.signal]) : deadline;
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': userAgent(), accept: '*/*' },
      cache: 'no-store',
      signal,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new NoAnswer(`${url.host} redirects, which is not followed`);
    }
    return {
      status: response.status,
      body: await readBody(response, size),
      retryAfter: retryAfter(response.headers.get('retry-after')),
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

const LONGEST = 86_400;

/** Seconds of a Retry-After, which is a number of them or a date. */
function retryAfter(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(LONGEST, Math.max(0, seconds));
}
