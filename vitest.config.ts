import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const env = {
  TZ: 'Pacific/Chatham',
  NODE_ENV: 'test' as const,
  LOG_LEVEL: 'silent',
  // Truncating many tables takes seconds on a busy machine.
  DATABASE_STATEMENT_TIMEOUT: '60000',
  AUTH_SECRET: 'a secret of the tests, 32 or more',
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          include: ['{app,components,db,lib,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.service.test.ts', 'node_modules'],
          // Thousands of cases are many on a machine that is busy with other things.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'service',
          env,
          include: ['{app,components,db,lib,scripts}/**/*.service.test.ts'],
          globalSetup: ['./db/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
