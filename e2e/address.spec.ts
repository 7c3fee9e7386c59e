import { join } from 'node:path';
import { temporaryData } from './support/data-folder';
import { freePort } from './support/ports';
import { startSite } from './support/site';
import { expect, test } from './support/test';

test('prerendered pages use the address the site is served under', async () => {
  const data = await temporaryData();
  const site = await startSite({
    port: await freePort(),
    dataDir: join(data.dir, 'data'),
    env: { SITE_URL: 'https://papers.example.org', RATE_LIMITS: 'off' },
  });
  try {
    for (const path of ['/docs/api', '/about', '/privacy', '/no-such-page']) {
      const text = await (await fetch(site.url + path)).text();
      expect(text, path).toContain('https://papers.example.org');
      expect(text, path).not.toMatch(/localhost:\d/);
    }
  } finally {
    await site.stop();
    await data.remove();
  }
});
