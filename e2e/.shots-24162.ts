import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { SignIn } from './pages/sign-in';
import { startArxiv } from './stand-ins/arxiv';
import { CHROMIUM_FLAGS, ensureChromium } from './support/chromium';
import { temporaryData } from './support/data-folder';
import { freePort } from './support/ports';
import { startSite } from './support/site';

const args = process.argv.slice(2);
const flag = (name: string) => { const i = args.indexOf(name); if (i < 0) return false; args.splice(i, 1); return true; };
const option = (name: string) => { const i = args.indexOf(name); if (i < 0) return null; const [, v] = args.splice(i, 2); return v ?? null; };
const member = flag('--member'), admin = flag('--admin'), script = option('--script');
const [out, ...paths] = args;
if (!out) throw new Error('shots [--member|--admin] [--script file.mjs] OUT_DIR PATH...');
mkdirSync(out, { recursive: true });
const executablePath = await ensureChromium();
const port = await freePort();
const data = await temporaryData();
const arxiv = await startArxiv();
const site = await startSite({ port, dataDir: join(data.dir, 'data'), env: { RATE_LIMITS: 'off', ADMIN_EMAILS: 'boss@example.org', SOURCE_INTERVAL: '0', ...arxiv.env } });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  const first = await browser.newContext({ baseURL: site.url });
  const page = await first.newPage();
  page.on('console', (m) => { if (m.type() === 'error') console.log('console error:', m.text()); });
  if (member || admin) {
    await page.goto('/sign-in');
    const signIn = new SignIn(page);
    if (admin) await signIn.signUp('boss');
    else await signIn.signUp('ada-reader');
  }
  if (script) await (await import(pathToFileURL(resolve(script)).href)).default(page, { url: site.url });
  const state = await first.storageState();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ baseURL: site.url, storageState: state, colorScheme, viewport: { width, height: 900 } });
      const tab = await context.newPage();
      for (const path of paths) {
        const answer = await tab.goto(path, { waitUntil: 'networkidle' });
        const name = `${path.replace(/[^a-z0-9]+/gi, '_').replace(/^_|_$/g, '') || 'front'}-${width}-${colorScheme}.png`;
        await tab.screenshot({ path: join(out, name), fullPage: true });
        console.log(answer?.status(), path, join(out, name));
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site.stop();
  await arxiv.close();
  await data.remove();
}
process.exit(0);
