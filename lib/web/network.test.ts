import { expect, it } from 'vitest';
import { clientNetwork, neighbourhood } from './network';
import { networkKey } from './network-key';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['192.0.2.7, 10.0.0.1', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

it.each([
  ['192.0.2.7', '192.0.2.0/24'],
  ['::ffff:192.0.2.7', '192.0.2.0/24'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['unknown', null],
])('the network of %s is %s', (address, network) => {
  expect(neighbourhood(address)).toBe(network);
});

it('returns one key per network, which does not reveal it', () => {
  const key = networkKey('192.0.2.7');
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(networkKey('192.0.2.99')).toBe(key);
  expect(networkKey('192.0.3.7')).not.toBe(key);
  expect(networkKey('2001:db8::1')).not.toBe(key);
  expect(networkKey('nowhere')).toBeNull();
});
