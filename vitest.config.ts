import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const env = {
  TZ: 'Pacific/Chatham',
  NODE_ENV: 'test' as const,
  LOG_LEVEL: 'silent',
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
