import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@/e2e/support/ports';
import { startBare } from '../bare';

export type Floor = { name: string; url: string; stop(): void };

/** Servers that only send the same compressed bytes: node:http, and nginx if installed. */
export async function startFloors(page: string, folder: string): Promise<Floor[]> {
  const response = await fetch(page, { headers: { 'accept-encoding': 'gzip' } });
  const { gzipSync } = await import('node:zlib');
  const html = Buffer.from(await response.arrayBuffer());
  const body = gzipSync(html);
  const headers = {
    ...Object.fromEntries(response.headers),
    'content-encoding': 'gzip',
    'content-length': String(body.length),
  } as Record<string, string>;
  for (const name of ['transfer-encoding', 'connection', 'keep-alive']) delete headers[name];
  const bare = await startBare({ status: 200, headers, body });
  const nginx = await startNginx(html, body, folder);
  return [...(nginx ? [nginx] : []), { name: 'bare node:http, the same bytes', ...bare }];
}

async function startNginx(html: Buffer, gzip: Buffer, folder: string): Promise<Floor | null> {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const port = await freePort();
  const root = join(folder, 'nginx');
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'index.html'), html);
  await writeFile(join(root, 'index.html.gz'), gzip);
  await writeFile(
    join(root, 'nginx.conf'),
    `daemon off; pid ${root}/pid; error_log stderr crit; worker_processes 2;
     events { worker_connections 256; }
     http { access_log off; default_type text/html; keepalive_requests 1000000;
       server { listen 127.0.0.1:${port}; root ${root}; gzip_static on; } }`,
  );
  const child: ChildProcess = spawn('nginx', ['-p', root, '-c', join(root, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    name: 'nginx, the front page as a file',
    url: `http://127.0.0.1:${port}/`,
    stop: () => child.kill(),
  };
}
