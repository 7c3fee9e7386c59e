import { type Database, db } from '@/db/client';
import { backOff, noteSuccess, takeTurn } from '@/db/queries/source-states';
import { env } from '@/lib/base/env';
import { fetchLimited, type LimitedResponse, type Limits, NoResponse } from '@/lib/web/outgoing';

/** Sources with a rate limit of their own. */
export type SourceName =
  | 'arxiv'
  | 'huggingface'
  | 'crossref'
  | 'openreview'
  | 'acl'
  | 'biorxiv'
  | 'github'
  | 'summaries'
  | 'arxiv-html'
  /** The pictures of one host. */
  | `pictures ${string}`;

/** The source asks for a pause, or does not respond; `retryAfter` in seconds. */
export class SourceUnavailable extends Error {
  constructor(
    message: string,
    readonly retryAfter: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

type Turn = {
  /** Seconds to wait for our turn; throws SourceUnavailable if it would take longer. */
  patience: number;
  /** Seconds between two requests, if the source permits less than SOURCE_INTERVAL. */
  interval?: number;
  on?: Database;
  signal?: AbortSignal;
};
type Options = Turn & Limits;

/**
 * Sends a request to a source, spaced over all processes of this site. After 429, 5xx or no
 * response, all of them pause for this source. Throws SourceUnavailable.
 */
export async function askSource(
  name: SourceName,
  url: URL,
  options: Options,
): Promise<LimitedResponse> {
  const { patience, on, interval, ...limits } = options;
  const turn = { patience, on, interval, signal: limits.signal };
  return inTurn(name, url, turn, () => fetchLimited(url, limits));
}

/** Sends a request with `send` when it is its turn; otherwise like `askSource`. */
export async function inTurn<Sent extends Pick<LimitedResponse, 'status' | 'retryAfter'>>(
  name: SourceName,
  url: URL,
  { patience, on = db(), interval = env().SOURCE_INTERVAL, signal }: Turn,
  send: () => Promise<Sent>,
): Promise<Sent> {
  const turn = await takeTurn(on, name, { interval, patience });
  if (!turn.allowed) {
    throw new SourceUnavailable(`${url.host} is not to be asked yet`, Math.ceil(turn.wait / 1000));
  }
  await pause(turn.wait, signal);
  try {
    const response = await send();
    if (response.status === 429 || response.status >= 500) {
      await backOff(on, name, { interval, retryAfter: response.retryAfter });
      throw new SourceUnavailable(
        `${url.host} answers ${response.status}`,
        Math.ceil(response.retryAfter ?? interval),
      );
    }
    await noteSuccess(on, name);
    return response;
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error;
    await backOff(on, name, { interval, retryAfter: null });
    throw new SourceUnavailable(error.message, Math.ceil(interval), { cause: error });
  }
}

/** Waits for `ms` milliseconds; throws as soon as the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
