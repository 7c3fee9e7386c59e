import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from '@/e2e/support/chromium';

export type ScriptWeight = { files: number; bytes: number; gzip: number };

const weigh = async (urls: Iterable<string>): Promise<ScriptWeight> => {
  const weight = { files: 0, bytes: 0, gzip: 0 };
  for (const url of urls) {
    const body = Buffer.from(await (await fetch(url)).arrayBuffer());
    weight.files += 1;
    weight.bytes += body.length;
    weight.gzip += gzipSync(body).length;
  }
  return weight;
};

/**
 * Returns the size of a page's JavaScript with default gzip compression: scripts in the HTML
 * (without polyfills, marked `nomodule`) and those a browser has loaded once idle.
 */
export async function weighScripts(
  url: string,
): Promise<{ named: ScriptWeight; loaded: ScriptWeight }> {
  const html = await (await fetch(url)).text();
  const named = new Set(
    [...html.matchAll(/<script\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/\bnomodule\b/i.test(tag))
      .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? [])
      .map((src) => new URL(src, url).href),
  );
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_FLAGS,
  });
  try {
    const loaded = new Set<string>();
    const page = await browser.newPage();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') loaded.add(request.url());
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return { named: await weigh(named), loaded: await weigh(loaded) };
  } finally {
    await browser.close();
  }
}
