import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from '@/e2e/support/chromium';
import { temporaryData } from '@/e2e/support/data-folder';
import { facts } from '@/e2e/support/facts';
import { freePort } from '@/e2e/support/ports';
import { startSite } from '@/e2e/support/site';
import { quantile } from './support/quantile';
import { table } from './support/table';

export const about =
  'what a first visit transfers by kind of page, and LCP on a slow phone; [loads]';

/**
 * Lighthouse's phone throttling: 150 ms, 1.6 Mbit/s down, 750 kbit/s up, CPU slowed down 4 times.
 */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SLOWDOWN = 4;

const KINDS = ['Document', 'Script', 'Stylesheet', 'Font', 'Image', 'Fetch'] as const;
type Kind = (typeof KINDS)[number];
type Load = { bytes: Partial<Record<Kind | 'Other', number>>; twice: number; lcp: number };

/** Records the largest contentful paint so far. */
const WATCH_LCP = `new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.benchLcp = entry.startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true })`;

/** One uncached visit: compressed bytes by type, files requested twice, LCP in ms. */
async function visit(browser: Browser, url: string): Promise<Load> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  try {
    const session = await page.context().newCDPSession(page);
    const { bytes, addresses } = await weigh(session);
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.addInitScript(WATCH_LCP);
    await page.goto(url, { waitUntil: 'networkidle' });
    return { bytes, twice: addresses.length - new Set(addresses).size, lcp: await lcpOf(page) };
  } finally {
    await page.close();
  }
}

async function weigh(session: CDPSession) {
  const bytes: Load['bytes'] = {};
  const addresses: string[] = [];
  const kinds = new Map<string, string>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    addresses.push(response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = kinds.get(requestId) ?? 'Other';
    const kind = KINDS.find((one) => one === type) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return { bytes, addresses };
}

const lcpOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { benchLcp?: number }).benchLcp ?? 0);

const kB = (bytes = 0): string => (bytes / 1000).toFixed(1);

/** Starts the production site with its demo and visits each kind of page as often as requested. */
export async function run([loads = '3']: string[]): Promise<void> {
  const data = await temporaryData();
  const site = await startSite({
    port: await freePort(),
    dataDir: join(data.dir, 'data'),
    env: { RATE_LIMITS: 'off' },
  });
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_FLAGS,
  });
  try {
    const { slug, day } = await facts(site.url);
    const paths = ['/', `/papers/date/${day}`, `/papers/${slug}`, '/search?q=learning', '/sign-in'];
    const rows: (string | number)[][] = [];
    for (const path of paths) {
      // The first request fills the store.
      await fetch(site.url + path);
      const visits: Load[] = [];
      for (let at = 0; at < Number(loads); at++) visits.push(await visit(browser, site.url + path));
      const [{ bytes, twice } = { bytes: {}, twice: 0 }] = visits;
      const total = Object.values(bytes).reduce((sum, one) => sum + one, 0);
      const lcp = quantile(
        visits.map((one) => one.lcp),
        0.5,
      );
      rows.push([
        path,
        kB(total),
        ...KINDS.map((kind) => kB(bytes[kind])),
        kB(bytes.Other),
        twice,
        Math.round(lcp),
      ]);
    }
    console.log(`\nkB as transferred, and the median LCP of ${loads} loads on a slow phone\n`);
    const head = ['page', 'all', ...KINDS.map((kind) => kind.toLowerCase()), 'other'];
    console.log(table([...head, 'twice', 'LCP ms'], rows));
  } finally {
    await browser.close();
    await site.stop();
    await data.remove();
  }
}
