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

/** Sends requests on connections of their own, counting each that the system has connected. */
const CLIENT = `
  const http = require('node:http');
  const { parentPort, workerData: { port, clients, connected } } = require('node:worker_threads');
  parentPort.once('message', async () => {
    const count = new Int32Array(connected);
    const one = () => new Promise((done) => {
      const request = http.request({ port, method: 'POST', agent: false }, (response) => {
        response.resume();
        response.on('end', () => done(response.statusCode));
      });
      request.on('socket', (socket) => socket.on('connect', () => {
        request.end('a vote', () => { Atomics.add(count, 0, 1); Atomics.notify(count, 0); });
      }));
      request.on('error', (error) => done(error.code));
    });
    parentPort.postMessage(await Promise.all(Array.from({ length: clients }, one)));
  });`;

it('resets no request that has arrived', async () => {
  const { server, port } = await listening((request, response) => {
    request.resume().on('end', () => response.end());
  });
  const connected = new SharedArrayBuffer(4);
  const workerData = { port, clients: CLIENTS, connected };
  const client = new Worker(CLIENT, { eval: true, workerData });
  await once(client, 'online');
  const outcomes = once(client, 'message');
  // In a timer, as when the time to drain is over.
  await sleep(1);
  client.postMessage('begin');
  // This thread is busy while they arrive.
  const count = new Int32Array(connected);
  for (let seen = 0; seen < CLIENTS; seen = Atomics.load(count, 0)) Atomics.wait(count, 0, seen);
  await closeServer(server, 60_000);
  expect((await outcomes)[0]).toEqual(Array.from({ length: CLIENTS }, () => 200));
  await client.terminate();
});
