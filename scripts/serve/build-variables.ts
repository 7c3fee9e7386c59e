import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pageCacheBytes } from '@/lib/base/page-cache';
import { keyFor } from '@/lib/base/secrets';

/**
 * Sets the environment variables that Next reads when it serves a build: the deployment id of pages
 * and assets, and the key of server actions. Instances with the same AUTH_SECRET can decrypt each
 * other's data. The key of the build itself can be computed from the sources, so it encrypts
 * nothing.
 */
export function setBuildVariables(file = '.next/BUILD_ID'): void {
  process.env.NEXT_DEPLOYMENT_ID = readFileSync(file, 'utf8').trim();
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = keyFor('server actions').toString('base64');
}

const CONFIGURATION = '__NEXT_PRIVATE_STANDALONE_CONFIG';

/**
 * Lets Next read the configuration that the build wrote down, as its standalone server does: to
 * read next.config.ts, it loads a compiler, for 30 MB of memory and half a second. Returns a function
 * for when it has read it, because other processes need not inherit 100 kB.
 */
export function setBuiltConfiguration(folder = '.next'): () => void {
  const { config } = JSON.parse(
    readFileSync(path.join(folder, 'required-server-files.json'), 'utf8'),
  );
  process.env[CONFIGURATION] = JSON.stringify({
    ...config,
    cacheHandler: path.resolve(folder, config.cacheHandler),
    cacheMaxMemorySize: pageCacheBytes(process.env.PAGE_CACHE_MB),
  });
  return () => delete process.env[CONFIGURATION];
}
