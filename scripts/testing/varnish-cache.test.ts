import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardResponse } from '@/lib/web/guard';
import type { WebServer } from './program';
import { hasVarnish, startVarnish } from './varnish';

/** deploy/varnish.vcl in front of a stand-in for the site, which counts what reaches it. */
describe.runIf(hasVarnish)('behind Varnish (skipped where it is not installed)', () => {
  let varnish: WebServer;
  let page = { body: '', control: '' };
  const asked: string[] = [];
  const site = http.createServer((request, response) => {
    asked.push(`${request.url}`);
    guardResponse(request, response, { name: 'Papertide', https: true, development: false });
    response.setHeader('cache-control', page.control);
    response.setHeader('vary', 'Accept');
    response.end(page.body);
  });

  beforeAll(async () => {
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    varnish = await startVarnish((site.address() as AddressInfo).port);
  });
  afterAll(async () => {
    await varnish.stop();
    site.close();
    site.closeAllConnections();
  });

  async function send(path: string, options: http.RequestOptions = {}) {
    const request = http.request({ port: varnish.port, path, agent: false, ...options }).end();
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    let body = '';
    for await (const chunk of response) body += chunk;
    return { status: response.statusCode, body };
  }
  const PUBLIC = 's-maxage=15, stale-while-revalidate=3585';

  it('a public page is stored once for all, and gone at once after a purge', async () => {
    page = { body: 'the paper', control: PUBLIC };
    await send('/papers/1');
    page = { body: 'removed', control: PUBLIC };
    expect((await send('/papers/1', { headers: { cookie: 'papertide-session=a' } })).body).toBe(
      'the paper',
    );
    expect(asked.filter((url) => url === '/papers/1')).toHaveLength(1);
    expect((await send('/', { method: 'PURGE' })).status).toBe(200);
    expect((await send('/papers/1')).body).toBe('removed');
  });

  it('only the machines of the site can purge', async () => {
    page = { body: 'kept', control: PUBLIC };
    await send('/papers/2');
    const own = await send('/', { method: 'PURGE', localAddress: '127.0.0.2' });
    expect(own.status).toBe(405);
    page = { body: 'new', control: PUBLIC };
    expect((await send('/papers/2')).body).toBe('kept');
  });

  it('what is for one user is never stored, nor what is asked for as Markdown', async () => {
    for (const [path, control, headers] of [
      ['/for-you', 'private, no-store', {}],
      ['/papers/3', PUBLIC, { accept: 'text/markdown' }],
    ] as const) {
      page = { body: 'one', control };
      await send(path, { headers });
      page = { body: 'two', control };
      expect((await send(path, { headers })).body).toBe('two');
    }
  });

  it('watching an instance is not for the public', async () => {
    expect((await send('/readyz')).status).toBe(404);
  });
});
