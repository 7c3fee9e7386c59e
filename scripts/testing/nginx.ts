import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/db/embedded/postmaster';
import { isInstalled, startWebServer, type WebServer } from './program';

export const hasNginx = isInstalled('nginx', '-v');

/** Starts nginx with deploy/nginx.conf, without TLS, in front of instances on these ports. */
export async function startNginx(instances: number[]): Promise<WebServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'papertide-nginx-'));
  const port = await freePort();
  const main = readFileSync('deploy/nginx.conf', 'utf8');
  const [server = ''] = /^ *server 127\.0\.0\.1:3001 .*$/m.exec(main) ?? [];
  const servers = instances.map((one) => server.replace('3001', String(one))).join('\n');
  const site = main
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace(/^.*(?:ssl_certificate|http2 on|127\.0\.0\.1:3002).*$/gm, '')
    .replace(server, servers)
    // Our port is part of the site's address.
    .replace('Host $host', 'Host $http_host')
    .replace('/var/cache/nginx/papertide', path.join(folder, 'cache'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}` +
      `daemon off;\nworker_processes 1;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\n` +
      `http {\naccess_log off;\n${temporary}\n${site}\n}\n`,
  );
  return startWebServer(['nginx', '-c', file, '-p', folder], { port, folder, stdio: 'inherit' });
}
