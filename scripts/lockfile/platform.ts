/** The fields npm compares with the machine before it installs an optional package. */
export type Platform = { os?: string[]; cpu?: string[]; libc?: string[] };

const OS = new Map(
  [
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ]
    .map((os) => [os, os] as const)
    .concat([
      ['windows', 'win32'],
      ['linuxmusl', 'linux'],
    ]),
);
const CPU = new Set('arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' '));

/**
 * Derives the platform from a binary package's name, such as `@next/swc-linux-x64-musl`. `siblings`
 * are the names published with it: a Linux package without a C library in its name is the glibc one
 * if another is for musl.
 */
export function platformOf(name: string, siblings: readonly string[] = []): Platform {
  const words = name.split(/[-/]/);
  const os = words.map((word) => OS.get(word)).find(Boolean);
  const cpu = words.find((word) => CPU.has(word));
  const platform: Platform = {};
  if (os) platform.os = [os];
  if (cpu) platform.cpu = [cpu];
  if (os === 'linux' && !/gnueabi/.test(name)) {
    if (/musl/.test(name)) platform.libc = ['musl'];
    else if (/gnu/.test(name) || siblings.some((other) => /musl/.test(other))) {
      platform.libc = ['glibc'];
    }
  }
  return platform;
}
