import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardResponse } from '@/lib/web/guard';
import { hasNginx, startNginx } from './nginx';
import type { WebServer } from './program';

/** The files of deploy/ in front of a stand-in for the site, which counts what reaches it. */
describe.runIf(hasNginx)('behind nginx (skipped where nginx is not installed)', () => {
  let nginx: WebServer;
  let page = {
    status: 200,
    body: 'the paper',
    control: 's-maxage=15, stale-while-revalidate=3585',
  };
  const site = http.createServer((request, response) => {
    guardResponse(request, response, { name: 'Papertide', https: true, development: false });
    response.setHeader('cache-control', page.control);
    response.writeHead(page.status).end(page.body);
  });

  beforeAll(async () => {
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    nginx = await startNginx([port]);
  });
  afterAll(async () => {
    await nginx.stop();
    site.close();
    site.closeAllConnections();
  });

  async function get(url: string) {
    const headers = { host: 'papers.example.org' };
    const request = http.request({ port: nginx.port, path: url, headers, agent: false }).end();
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    let body = '';
    for await (const chunk of response) body += chunk;
    return { status: response.statusCode, body, control: response.headers['cache-control'] };
  }

  it('no page outlives what its headers allow, however long nobody asked', async () => {
    page = { status: 200, body: 'the paper', control: 's-maxage=1, stale-while-revalidate=1' };
    expect(await get('/papers/quiet')).toMatchObject({ body: 'the paper' });
    page = { ...page, status: 404, body: 'removed' };
    await new Promise((done) => setTimeout(done, 3_100));
    expect(await get('/papers/quiet')).toMatchObject({ status: 404, body: 'removed' });
  });

  it('pages may be served for 45 s while they are fetched again, not for an hour', async () => {
    page = { status: 200, body: 'new', control: 's-maxage=15, stale-while-revalidate=3585' };
    expect((await get('/papers/another')).control).toBe('s-maxage=15, stale-while-revalidate=45');
  });
});
