import { createServer } from 'node:http';
import net from 'node:net';
import { expect, it } from 'vitest';
import { isLocalHost, takeReached } from './guard-network';

it.each([
  ['fetch', () => fetch('http://export.arxiv.org/oai'), 'export.arxiv.org:80'],
  ['fetch with TLS', () => fetch('https://192.0.2.7/x'), '192.0.2.7:443'],
  [
    'a socket',
    () => new Promise((_, reject) => net.connect(25, 'mx.example.org').once('error', reject)),
    'mx.example.org:25',
  ],
])('%s that leaves this machine fails, and its address is named', async (_, ask, address) => {
  await expect(ask()).rejects.toThrow();
  expect(takeReached()).toEqual([address]);
});

it('allows requests to this machine', async () => {
  const server = createServer((_, response) => response.end('here'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as net.AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
  server.close();
  expect(takeReached()).toEqual([]);
});

it('knows the names of this machine', () => {
  const local = ['localhost', '127.0.0.1', '127.9.9.9', '::1', '0.0.0.0', 'smtp.invalid'];
  expect(local.filter((host) => !isLocalHost(host))).toEqual([]);
  const remote = ['example.org', '10.0.0.1', '127.0.0.1.example.org', 'localhost.example.org'];
  expect(remote.filter(isLocalHost)).toEqual([]);
});
