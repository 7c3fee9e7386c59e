import { afterAll, vi } from 'vitest';
import { forgetEnv } from '@/lib/base/env';

/** Test files of a worker share modules: what one of them replaced ends with it. */
const environment = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  // Caches of a stopped clock would never expire.
  Reflect.deleteProperty(globalThis, 'papertideRemembered');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) delete process.env[name];
  }
  Object.assign(process.env, environment);
  forgetEnv();
});
