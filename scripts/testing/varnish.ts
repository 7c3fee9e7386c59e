import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/db/embedded/postmaster';
import { isInstalled, startWebServer, type WebServer } from './program';

export const hasVarnish = isInstalled('varnishd', '-V');

/** Starts Varnish with deploy/varnish.vcl in front of a site on this port. */
export async function startVarnish(site: number): Promise<WebServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'papertide-varnish-'));
  const port = await freePort();
  const file = path.join(folder, 'site.vcl');
  const example = readFileSync('deploy/varnish.vcl', 'utf8');
  writeFileSync(file, example.replace('.port = "3000"', `.port = "${site}"`));
  const listening = ['-a', `127.0.0.1:${port}`, '-j', 'none', '-s', 'malloc,32m'];
  return startWebServer(
    ['varnishd', '-F', '-f', file, '-n', path.join(folder, 'work'), ...listening],
    { port, folder, stdio: 'ignore' },
  );
}
