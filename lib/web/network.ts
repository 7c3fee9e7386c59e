import { isIP } from 'node:net';

/**
 * Returns what counts as one client: an IPv4 address, or the /64 of an IPv6 one, which a single
 * subscriber gets. An IPv4-mapped IPv6 address is the IPv4 address.
 */
export function clientNetwork(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '');
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return 'unknown';
  const groups = expand(new URL(`http://[${bare}]`).hostname.slice(1, -1));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/**
 * Returns a vote's network: the /24 of an IPv4 address, the /64 of an IPv6 one. Null if it is not
 * an address.
 */
export function neighbourhood(address: string): string | null {
  const network = clientNetwork(address);
  if (network === 'unknown') return null;
  return network.includes(':') ? network : network.replace(/\d+$/, '0/24');
}

/** Returns the eight groups of an address in WHATWG notation (no dots, at most one `::`). */
function expand(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const read = (part: string) => (part ? part.split(':').map((group) => parseInt(group, 16)) : []);
  if (tail === undefined) return read(head);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
