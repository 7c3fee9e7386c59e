/** What npm compares with the machine before it installs an optional package. */
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
 * The platform that a binary package's name tells, as `@next/swc-linux-x64-musl` does.
 * `siblings` are the names it was published beside: a Linux package without a C library in its
 * name is the glibc one where another is named musl.
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
