import { lookup } from 'node:dns';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { NoResponse, retryAfter, userAgent } from './outgoing';
import { isPublicAddress } from './public-address';

/** Whether an address may be requested, and whether its host may be in a private network. */
export type Allow = (url: URL) => 'public' | 'anywhere' | null;

export type FileResponse = {
  status: number;
  /** Empty unless the status is 200. */
  bytes: Uint8Array;
  retryAfter: number | null;
  /** Why the response is unusable, however often it is requested. */
  problem?: 'not allowed' | 'too large' | 'encoded';
  /** Where the redirects led. */
  url: URL;
};

type Limits = {
  allow: Allow;
  /** Bytes. */
  size: number;
  /** Milliseconds for the whole response, redirects included. */
  timeout: number;
  signal?: AbortSignal;
};

const MOST_REDIRECTS = 3;

/**
 * Fetches a file over the network within limits: only from addresses that `allow` returns, each
 * redirect checked again, and resolved to public addresses unless it says `anywhere`. Throws
 * NoResponse without a response in time.
 */
export async function fetchFile(url: URL, limits: Limits): Promise<FileResponse> {
  const { allow, size, timeout, signal: given } = limits;
  const deadline = AbortSignal.timeout(timeout);
  const signal = given ? AbortSignal.any([deadline, given]) : deadline;
  const unusable = (at: URL, problem: FileResponse['problem']): FileResponse => ({
    status: 200,
    bytes: new Uint8Array(),
    retryAfter: null,
    problem,
    url: at,
  });
  try {
    let at = url;
    for (let redirects = 0; ; redirects += 1) {
      const where = allow(at);
      if (!where || redirects > MOST_REDIRECTS) return unusable(at, 'not allowed');
      if (where === 'public') refusePrivateLiteral(at);
      const response = await ask(at, where === 'public' ? publicLookup : lookup, signal);
      const { statusCode: status = 0, headers } = response;
      const to = headers.location;
      if (status >= 300 && status < 400 && to && URL.canParse(to, at)) {
        response.destroy();
        at = new URL(to, at);
        continue;
      }
      if (status !== 200) {
        response.destroy();
        const pause = retryAfter(headers['retry-after'] ?? null);
        return { status, bytes: new Uint8Array(), retryAfter: pause, url: at };
      }
      if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
        response.destroy();
        return unusable(at, 'encoded');
      }
      const bytes = await read(response, size);
      return bytes ? { status, bytes, retryAfter: null, url: at } : unusable(at, 'too large');
    }
  } catch (error) {
    given?.throwIfAborted();
    if (error instanceof PrivateAddress) return unusable(url, 'not allowed');
    const reason = deadline.aborted
      ? `does not answer within ${timeout / 1000} s`
      : 'cannot be reached';
    throw new NoResponse(`${url.host} ${reason}`, { cause: error });
  }
}

class PrivateAddress extends Error {}

/** An address that is written as one is not looked up. */
function refusePrivateLiteral({ hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw new PrivateAddress(host);
}

/** Resolves a host, and fails if one of its addresses is not public. */
const publicLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 0);
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return done(new PrivateAddress(host), '', 0);
    }
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });

function ask(url: URL, resolve: LookupFunction, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options: RequestOptions = {
    signal,
    lookup: resolve,
    // No connection is reused, since it would skip the check of the address.
    agent: false,
    headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': userAgent() },
  };
  return new Promise((done, failed) => {
    request(url, options, done).on('error', failed).end();
  });
}

/** Returns the body; null if it is longer than `size` bytes. */
async function read(response: IncomingMessage, size: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > size) return null;
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('cut off');
  return Buffer.concat(chunks);
}
