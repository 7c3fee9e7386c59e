import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { slowness, testWorkers } from './scripts/testing/speed.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = {
  '@': root,
  'next/cache': `${root}scripts/setup/no-cache.mjs`,
  'next/server': `${root}scripts/testing/next-server.mjs`,
};
const env = {
  TZ: 'Pacific/Chatham',
  NODE_ENV: 'test' as const,
  LOG_LEVEL: 'silent',
  // Truncating many tables takes seconds on a busy machine.
  DATABASE_STATEMENT_TIMEOUT: '60000',
  AUTH_SECRET: 'a secret of the tests, 32 or more',
};

/** No test is slow; one that hangs is found. */
const testTimeout = 120_000 * slowness();

const setupFiles = ['./scripts/testing/guard-network.ts', './scripts/testing/leave-no-trace.ts'];

export default defineConfig({
  test: {
    maxWorkers: testWorkers(),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          setupFiles,
          // Half of the time went into loading the modules again for each file.
          isolate: false,
          include: ['{app,components,db,lib,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.service.test.ts', 'node_modules'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'service',
          env,
          setupFiles,
          // Half of the time went into loading the modules again for each file.
          isolate: false,
          include: ['{app,components,db,lib,scripts}/**/*.service.test.ts'],
          globalSetup: ['./db/testing/global-setup.ts'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
