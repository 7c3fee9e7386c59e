import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Timeout of one response of a provider, to its last byte, in milliseconds. */
export const PROVIDER_TIMEOUT = 10_000;

/** Maximum bytes of a provider's response: documents, keys and tokens are some kilobytes. */
export const LARGEST_ANSWER = 2 ** 20;

export class ProviderLimit extends Error {}

type Limits = { bytes: number; milliseconds: number };
const LIMITS: Limits = { bytes: LARGEST_ANSWER, milliseconds: PROVIDER_TIMEOUT };

/**
 * Returns the agent for all requests of openid-client to a provider: discovery, keys, tokens and
 * user info. The library limits neither time nor size of a response. An https agent refuses
 * addresses of any other scheme, which a discovery document may name; only an issuer on this
 * machine (lib/base/env) is requested by http, and only at its own origin.
 */
export function providerAgent(issuer: string, limits: Limits = LIMITS): HttpAgent {
  const { protocol, host } = new URL(issuer);
  if (protocol === 'https:') return limited(new HttpsAgent(), limits);
  return limited(new HttpAgent(), limits, (request) => request.getHeader('host') === host);
}

/** Node calls `addRequest` for each request of an agent; its types leave it out. */
type Hook = { addRequest(request: ClientRequest, ...rest: unknown[]): void };

function limited<A extends HttpAgent>(
  agent: A,
  limits: Limits,
  allowed: (request: ClientRequest) => boolean = () => true,
): A {
  const hook = agent as unknown as Hook;
  const add = hook.addRequest.bind(agent);
  hook.addRequest = (request, ...rest) => {
    if (!allowed(request)) throw new ProviderLimit('A provider may be asked by https only');
    let response: IncomingMessage | undefined;
    const end = (why: string) => {
      const error = new ProviderLimit(why);
      response?.destroy(error);
      request.destroy(error);
    };
    const timer = setTimeout(() => end('The provider takes too long'), limits.milliseconds);
    request.once('close', () => clearTimeout(timer));
    request.once('response', (incoming: IncomingMessage) => {
      response = incoming;
      count(incoming, limits.bytes, end);
    });
    add(request, ...rest);
  };
  return agent;
}

/**
 * Counts incoming bytes before they are buffered: a `data` listener would make the response flow.
 */
function count(response: IncomingMessage, most: number, end: (why: string) => void): void {
  let bytes = 0;
  const push = response.push.bind(response);
  response.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= most) return push(chunk, encoding);
    end('The response of the provider is too large');
    return false;
  };
}
