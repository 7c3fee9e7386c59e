import type { FullConfig } from '@playwright/test';
import { ensureChromium } from './chromium';
import { publishSites } from './own-site';
import { startWorkerSite } from './worker-site';

/** Starts a site for each worker: no journey changes what one beside it looks at. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  process.env.PAPERTIDE_CHROMIUM = await ensureChromium();
  // The first builds if that is needed.
  const first = await startWorkerSite();
  const others = Array.from({ length: workers - 1 }, startWorkerSite);
  const sites = [first, ...(await Promise.all(others))];
  publishSites(sites.map(({ own }) => own));
  return async () => {
    await Promise.all(sites.map((site) => site.stop()));
  };
}
