import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeServer } from './close-server';
import { Readiness } from './readiness';
import { createSiteServer } from './server';

it('fails /readyz first, keeps serving, then closes connections', async () => {
  const readiness = new Readiness();
  let release = () => {};
  const server = createSiteServer(
    async (request, response) => {
      if (request.url === '/slow') await new Promise<void>((done) => (release = done));
      response.end('Next');
    },
    { development: false, secret: 'the secret of this start', readiness },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new http.Agent({ keepAlive: true });
  const get = async (path: string) => {
    const [response] = (await once(http.get({ port, path, agent }), 'response')) as [
      IncomingMessage,
    ];
    let text = '';
    for await (const chunk of response) text += chunk;
    return [response.statusCode, text.trim(), response.headers.connection];
  };

  expect(await get('/readyz')).toEqual([503, 'this instance is starting', 'keep-alive']);
  readiness.start();
  expect(await get('/readyz')).toEqual([200, 'Next', 'keep-alive']);
  const slow = get('/slow');
  await once(server, 'request');
  readiness.stop();
  expect(await get('/readyz')).toEqual([503, 'this instance is stopping', 'close']);
  expect(await get('/page')).toEqual([200, 'Next', 'close']);
  readiness.start();
  expect((await get('/readyz?again'))[0]).toBe(503);
  const closed = closeServer(server, 60_000);
  release();
  expect(await slow).toEqual([200, 'Next', 'close']);
  await closed;
  agent.destroy();
});
