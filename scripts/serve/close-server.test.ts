import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { closeServer } from './close-server';

async function listening(handler: http.RequestListener) {
  const server = http.createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

it('finishes running requests and accepts no new ones', async () => {
  let release = () => {};
  const { server, port } = await listening((_, response) => {
    release = () => response.end('done');
  });
  const url = `http://127.0.0.1:${port}/`;
  const slow = fetch(url);
  await once(server, 'request');
  const closed = closeServer(server, 60_000);
  await eventually(() => expect(server.listening).toBe(false));
  await expect(fetch(url)).rejects.toThrow();
  release();
  expect(await (await slow).text()).toBe('done');
  await closed;
});

const CLIENTS = 20;
const CLOSINGS = 5;

/**
 * Clients that send votes, each on a connection of its own as to a server that drains, until one is
 * not answered. Returns how that one ended.
 */
const CLIENT = `
  const http = require('node:http');
  const { parentPort, workerData: { port, clients } } = require('node:worker_threads');
  const vote = () => new Promise((done) => {
    const request = http.request({ host: '127.0.0.1', port, method: 'POST', agent: false });
    request.on('response', (response) => response.resume().on('end', () => done(null)));
    request.on('error', (error) => done(error.code)).end('a vote');
  });
  const voter = async () => {
    for (;;) {
      const failure = await vote();
      if (failure) return failure;
    }
  };
  Promise.all(Array.from({ length: clients }, voter)).then((ends) => parentPort.postMessage(ends));`;

/** Occupies the processor for `ms`, as rendering does. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it.each(Array.from({ length: CLOSINGS }, (_, n) => n))(
  'resets no vote on its way while others are answered (%i)',
  async () => {
    let answered = 0;
    const { server, port } = await listening(async (request, response) => {
      for await (const _ of request);
      work(2);
      await sleep(5);
      work(2);
      response.end();
      answered++;
    });
    const client = new Worker(CLIENT, { eval: true, workerData: { port, clients: CLIENTS } });
    const ends = once(client, 'message');
    await eventually(() => expect(answered).toBeGreaterThan(CLIENTS));
    await closeServer(server, 60_000);
    // Refused: a proxy sends those to another instance.
    expect((await ends)[0]).toEqual(Array.from({ length: CLIENTS }, () => 'ECONNREFUSED'));
    await client.terminate();
  },
);
