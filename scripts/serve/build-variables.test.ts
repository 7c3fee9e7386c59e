import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import loadConfig from 'next/dist/server/config.js';
import { PHASE_PRODUCTION_SERVER } from 'next/dist/shared/lib/constants.js';
import { afterEach, expect, it, vi } from 'vitest';
import { setBuiltConfiguration } from './build-variables';

const folder = mkdtempSync(path.join(tmpdir(), 'papertide-config-'));
const built = { cacheHandler: '../cache-handler.mjs', cacheMaxMemorySize: 1, distDir: '.next' };
writeFileSync(path.join(folder, 'required-server-files.json'), JSON.stringify({ config: built }));

afterEach(() => vi.unstubAllEnvs());
const load = loadConfig as unknown as typeof import('next/dist/server/config').default;

it('Next takes the configuration of the build, with the size of this start', async () => {
  vi.stubEnv('PAGE_CACHE_MB', '7');
  const forget = setBuiltConfiguration(folder);
  // Without a file of that name there: it would fail or find its defaults.
  const config = await load(PHASE_PRODUCTION_SERVER, folder, { silent: true });
  forget();
  expect(config).toEqual({
    ...built,
    cacheHandler: path.resolve(folder, '../cache-handler.mjs'),
    cacheMaxMemorySize: 7 * 1024 * 1024,
  });
  expect(Object.keys(process.env).filter((name) => name.includes('STANDALONE'))).toEqual([]);
  rmSync(folder, { recursive: true });
});
