import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const UNITS = ['papertide.service', 'papertide-worker.service'];

const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const read = (file: string) => readFileSync(path.join('deploy', file), 'utf8');

/** The value of a key of a unit. */
const setting = (text: string, key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1];

it.each(UNITS)('%s runs a program that there is, and waits until it has ended', (file) => {
  const text = read(file);
  const [, program] = /node scripts\/run\.mjs (\w+)/.exec(setting(text, 'ExecStart') ?? '') ?? [];
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = Object.values<string>(scripts);
  const started = setting(text, 'ExecStart')?.replace('/usr/bin/env ', '');
  expect(program).toBeTruthy();
  expect(commands).toContain(started);
  expect(setting(text, 'KillMode')).toBe('mixed');
  // The longest default of DRAIN_SECONDS, the grace of requests, and some.
  expect(Number(setting(text, 'TimeoutStopSec'))).toBeGreaterThanOrEqual(15);
});

it.runIf(has('systemd-analyze')).each(UNITS)('%s is a unit that systemd reads', async (file) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'papertide-unit-'));
  try {
    const unit = path.join(folder, file);
    // The user and the folders are the host's.
    writeFileSync(unit, read(file).replace(/^(User|Group|Documentation)=.*\n/gm, ''));
    const { stderr } = await run('systemd-analyze', ['verify', '--man=no', unit]);
    expect(stderr.split('\n').filter((line) => line.includes(file))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('nginx and the guide name the same limits', () => {
  const text = read('nginx.conf');
  expect(text.match(/{/g)?.length).toBe(text.match(/}/g)?.length);
  expect(text).toContain('max_fails=');
  expect(text).not.toContain('non_idempotent');
  // In the guide for one instance and here: the same cache.
  const guide = readFileSync('docs/operating.md', 'utf8');
  for (const line of text.match(/^ *(?:proxy_cache_(?!path)|proxy_no_cache).*$/gm) ?? []) {
    expect(guide).toContain(line.trim());
  }
});

it.runIf(has('nginx'))('nginx reads its file', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'papertide-nginx-'));
  try {
    const text = read('nginx.conf')
      .replace('listen 443 ssl', 'listen 127.0.0.1:20443')
      .replace(/^.*(?:ssl_certificate|http2 on).*$/gm, '')
      .replace('/var/cache/nginx/papertide', path.join(folder, 'cache'));
    const file = path.join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${text}\n}\n`,
    );
    await run('nginx', ['-t', '-c', file, '-p', folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const hasCompose = (() => {
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

it.runIf(hasCompose)('docker compose reads its file, and names a missing secret', async () => {
  const secrets = { POSTGRES_PASSWORD: 'secret', AUTH_SECRET: 'secret' };
  const compose = [
    'compose',
    '--file',
    'compose.yaml',
    '--env-file',
    '/dev/null',
    'config',
    '--quiet',
  ];
  await run('docker', compose, { env: { ...process.env, ...secrets } });
  const missing = { ...process.env, ...secrets, AUTH_SECRET: '' };
  await expect(run('docker', compose, { env: missing })).rejects.toThrow(/AUTH_SECRET/);
});

it('the image runs a program that there is, as another user than root', () => {
  const text = readFileSync('Dockerfile', 'utf8');
  const steps = text.split('\n').filter((line) => /^[A-Z]+ /.test(line));
  const at = (start: string) => steps.findIndex((line) => line.startsWith(start));
  // Whatever npm runs, it runs as that user, who owns the folder.
  expect(at('USER node')).toBeGreaterThan(at('RUN chown'));
  expect(at('RUN npm ci')).toBeGreaterThan(at('USER node'));
  expect(at('RUN CI=1 npm run build')).toBeGreaterThan(at('COPY --chown=node:node . .'));
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const command: string[] = JSON.parse(/^CMD (\[.*\])$/m.exec(text)?.[1] ?? '[]');
  expect(Object.values<string>(scripts)).toContain(command.join(' '));
  for (const [, files = ''] of text.matchAll(/^COPY --chown=node:node (.*) \.\/?$/gm)) {
    for (const file of files.split(' ')) expect(existsSync(file), file).toBe(true);
  }
});
