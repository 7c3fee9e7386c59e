import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS } from './e2e/support/chromium';
import { slowness, testWorkers } from './scripts/testing/speed.mjs';

/** One production site for all journeys, started by the global setup, which also finds a browser. */
export default defineConfig({
  testDir: './e2e',
  globalSetup: './e2e/support/global-setup.ts',
  fullyParallel: true,
  // One site serves them all: beyond eight, browsers wait for it.
  workers: Math.min(8, testWorkers()),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Generous: waits are for states, and a busy machine takes several times as long.
  timeout: 180_000 * slowness(),
  expect: { timeout: 30_000 * slowness() },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.PAPERTIDE_E2E_URL,
    // Requests that go through a worker are not seen by `route`; offline.spec.ts allows it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PAPERTIDE_CHROMIUM,
      args: CHROMIUM_FLAGS,
    },
  },
});
