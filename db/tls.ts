import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';

/** What an address says about encryption. Null options: none. */
export type Security = {
  options: tls.ConnectionOptions | null;
  /** Without asking the server first, as Postgres 17 allows. */
  isDirect: boolean;
};

const PARAMETERS = ['sslmode', 'ssl', 'sslrootcert', 'sslnegotiation'];
const OFF = new Set(['disable', 'false', '0']);
/** These encrypt, and do not verify the certificate. */
const UNVERIFIED = new Set(['allow', 'prefer', 'require', 'no-verify']);

/**
 * Splits an address into one without parameters of encryption and what they ask for. `require`
 * accepts any certificate; `verify-full`, or a file in `sslrootcert`, verifies it and the host.
 */
export function securityOf(url: string): Security & { plain: string } {
  const { address, parameters, mode, root } = parse(url);
  const isDirect = parameters.get('sslnegotiation') === 'direct';
  for (const name of PARAMETERS) parameters.delete(name);
  const plain = parameters.size > 0 ? `${address}?${parameters}` : address;
  if (OFF.has(mode) || !(mode || root || isDirect))
    return { plain, options: null, isDirect: false };
  const options: tls.ConnectionOptions = {
    rejectUnauthorized: !!root || !UNVERIFIED.has(mode),
    ...(root && root !== 'system' && { ca: readFileSync(root) }),
    ...(isDirect && { ALPNProtocols: ['postgresql'] }),
  };
  return { plain, options, isDirect };
}

/** Returns the address for the job runner's driver, which verifies certificates for `require` too. */
export function runnerUrl(url: string): string {
  const { address, parameters, mode, root } = parse(url);
  if (root === 'system') {
    parameters.delete('sslrootcert');
    parameters.set('sslmode', 'verify-full');
  } else if (!root && UNVERIFIED.has(mode)) {
    parameters.set('sslmode', 'no-verify');
  } else return url;
  return `${address}?${parameters}`;
}

function parse(url: string) {
  const [address = '', query] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  const mode = parameters.get('sslmode') ?? parameters.get('ssl') ?? '';
  return { address, parameters, mode, root: parameters.get('sslrootcert') };
}

/** Asks a server of Postgres for TLS. */
const REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const YES = 'S';
/** Milliseconds until the connection must be encrypted. */
const PATIENCE = 4_000;

/** Connects and encrypts before the driver sees the socket. */
export async function connectSecurely(
  to: { host: string; port: number } | { path: string },
  { options, isDirect }: Security,
): Promise<tls.TLSSocket> {
  // Errors reach us by the events below, and later by those of the encrypted socket.
  const raw = net.connect(to).on('error', () => {});
  const fail = (message: string) =>
    raw.destroy(Object.assign(new Error(message), { code: 'CONNECT_TIMEOUT' }));
  const late = setTimeout(fail, PATIENCE, 'the server did not encrypt the connection in time');
  const onEnd = () => fail('the server ended the connection before it was encrypted');
  raw.once('end', onEnd);
  try {
    if (!isDirect) {
      raw.write(REQUEST);
      const [answer] = await once(raw, 'data');
      // Anything after that byte was sent by somebody in between.
      if (String(answer) !== YES) throw new Error('the server does not offer TLS');
    }
    const host = 'host' in to ? to.host : 'localhost';
    const servername = net.isIP(host) ? undefined : host;
    const socket = tls.connect({ ...options, socket: raw, host, servername });
    await once(socket, 'secureConnect');
    return socket;
  } catch (error) {
    raw.destroy();
    throw error;
  } finally {
    clearTimeout(late);
    raw.off('end', onEnd);
  }
}
