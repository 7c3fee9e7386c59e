import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const root = process.getuid?.() === 0;

/** Quiet, without background requests; as root, Chromium has no sandbox. */
export const CHROMIUM_FLAGS = [
  ...(root ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Prefers the headless shell: without window code it takes less than half of the CPU time of the
 * whole browser (2.2 s instead of 5.1 s for a page in a new context).
 */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onSystem = (): string[] => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
    .concat(PLACES)
    .filter(executable);
};

/** Tries a launch, since a binary on the path may be a stub that only prompts to install. */
async function launches(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({
      executablePath,
      args: CHROMIUM_FLAGS,
      timeout: 30_000,
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const isDebianRoot = (): boolean =>
  Boolean(root) && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

/** Fails fast without a network; what is installed is then used. */
function installDebian(...packages: string[]): void {
  const limits = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=1'];
  if (!run('apt-get', ...limits, 'update', '-qq')) return;
  run('apt-get', ...limits, 'install', '-qqy', '--no-install-recommends', ...packages);
}

async function findChromium(): Promise<string | null> {
  for (const name of ['PAPERTIDE_CHROMIUM', 'CHROME_PATH']) {
    const path = process.env[name];
    if (!path) continue;
    if (await launches(path)) return path;
    console.warn(`${name} is ${path}, which does not start as a browser: looking further`);
  }
  if (process.env.CI && isDebianRoot() && !onSystem().some((path) => path.endsWith(SHELL))) {
    installDebian(SHELL);
  }
  for (const path of onSystem()) {
    if (await launches(path)) return path;
  }
  const own = chromium.executablePath();
  return (await launches(own)) ? own : null;
}

/**
 * Returns the path of a Chromium that starts: from PAPERTIDE_CHROMIUM or CHROME_PATH, the system,
 * Playwright, or newly installed: Debian's package as root, Playwright's otherwise.
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one for the browser journeys.');
  const debian = isDebianRoot();
  if (debian) {
    installDebian(SHELL, 'fonts-liberation');
    if (!onSystem().length) installDebian('chromium', 'fonts-liberation');
    const packaged = await findChromium();
    if (packaged) return packaged;
  }
  run('npx', 'playwright', 'install', ...(debian ? ['--with-deps'] : []), 'chromium');
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium starts here. Install one, or name one in PAPERTIDE_CHROMIUM; where only system ' +
      'libraries are missing, "npx playwright install-deps chromium" as root brings them.',
  );
}
