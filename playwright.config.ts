import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS } from './e2e/support/chromium';
import { siteOfWorker } from './e2e/support/own-site';
import { slowness, testWorkers } from './scripts/testing/speed.mjs';

/** Each worker has a production site, started by the global setup, which also finds a browser. */
export default defineConfig({
  testDir: './e2e',
  globalSetup: './e2e/support/global-setup.ts',
  fullyParallel: true,
  // A site takes half a gigabyte.
  workers: Math.min(6, testWorkers()),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Generous: waits are for states, and a busy machine takes several times as long.
  timeout: 180_000 * slowness(),
  expect: { timeout: 30_000 * slowness() },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: siteOfWorker()?.url,
    // Requests that go through a worker are not seen by `route`; offline.spec.ts allows it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PAPERTIDE_CHROMIUM,
      args: CHROMIUM_FLAGS,
    },
  },
});
