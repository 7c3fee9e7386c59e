import { readFileSync } from 'node:fs';
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
