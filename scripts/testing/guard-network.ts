import net from 'node:net';
import { afterAll, afterEach } from 'vitest';

/** Names that resolve to this machine, or per RFC 6761 to nothing. */
const LOCAL_NAME = /^(localhost|.*\.localhost|.*\.invalid)$/i;
const LOCAL_ADDRESS = /^(127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1?|::ffff:127\.\d+\.\d+\.\d+)$/;

const databaseHost = (): string | undefined => {
  const url = process.env.TEST_DATABASE_URL;
  return url && URL.canParse(url) ? new URL(url).hostname : undefined;
};

/** Whether a test may connect to this host. */
export const isLocalHost = (host: string): boolean =>
  LOCAL_NAME.test(host) || LOCAL_ADDRESS.test(host) || host === databaseHost();

type Target = { host?: string; port?: number | string; path?: string; lookup?: net.LookupFunction };

/** Parses arguments of `Socket.connect`: options, a port and a host, or Node's normalized array. */
function targetOf(args: unknown[]): Target {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (first && typeof first === 'object') return first as Target;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first };
  return { port: first as number, host: typeof second === 'string' ? second : undefined };
}

const reached: string[] = [];

/** Returns the external addresses tried since the last call. */
export const takeReached = (): string[] => reached.splice(0);

const connect = net.Socket.prototype.connect;

/** Replaces `Socket.connect`, which fetch, http, mail and the database all use. */
function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
  const { host, port, path, lookup } = targetOf(args);
  // A custom lookup decides the address; tests pass one that leads to this machine.
  if (!path && host && !lookup && !isLocalHost(host)) {
    reached.push(`${host}:${port}`);
    return this.destroy(new Error(`A test tried to connect to ${host}:${port}`));
  }
  return Reflect.apply(connect, this, args);
}

net.Socket.prototype.connect = guarded as typeof connect;
afterAll(() => {
  net.Socket.prototype.connect = connect;
});

afterEach(() => {
  const addresses = takeReached();
  if (addresses.length === 0) return;
  throw new Error(
    `The test reached out to ${[...new Set(addresses)].join(', ')}. Answer it with a stand-in ` +
      '(e2e/stand-ins) or mock the caller.',
  );
});
