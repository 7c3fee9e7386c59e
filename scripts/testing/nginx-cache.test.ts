import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '@/db/embedded/postmaster';
import { eventually } from '@/lib/base/testing/eventually';
import { guardResponse } from '@/lib/web/guard';

const hasNginx = (() => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The files of deploy/ in front of a stand-in for the site, which counts what reaches it. */
describe.runIf(hasNginx)('behind nginx (skipped where nginx is not installed)', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'papertide-nginx-'));
  let front = 0;
  let page = {
    status: 200,
    body: 'the paper',
    control: 's-maxage=15, stale-while-revalidate=3585',
  };
  let nginx: ChildProcess;
  const site = http.createServer((request, response) => {
    guardResponse(request, response, { name: 'Papertide', https: true, development: false });
    response.setHeader('cache-control', page.control);
    response.writeHead(page.status).end(page.body);
  });

  beforeAll(async () => {
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    front = await freePort();
    const main = readFileSync('deploy/nginx.conf', 'utf8')
      .replace('listen 443 ssl', `listen 127.0.0.1:${front}`)
      .replace(/^.*(?:ssl_certificate|http2 on|127\.0\.0\.1:3002).*$/gm, '')
      .replace('127.0.0.1:3001', `127.0.0.1:${port}`)
      .replace('/var/cache/nginx/papertide', path.join(folder, 'cache'));
    const file = path.join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join('\n');
    writeFileSync(
      file,
      `${process.getuid?.() === 0 ? 'user root;\n' : ''}` +
        `daemon off;\nworker_processes 1;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\n` +
        `http {\naccess_log off;\n${temporary}\n${main}\n}\n`,
    );
    nginx = spawn('nginx', ['-c', file, '-p', folder], { stdio: 'inherit' });
    await eventually(async () => expect((await get('/up')).status).toBe(200));
  });
  afterAll(async () => {
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
    site.close();
    site.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  async function get(url: string) {
    const headers = { host: 'papers.example.org' };
    const request = http.request({ port: front, path: url, headers, agent: false }).end();
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
