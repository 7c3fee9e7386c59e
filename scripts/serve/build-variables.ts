import { readFileSync } from 'node:fs';
import { keyFor } from '@/lib/base/secrets';

/**
 * Sets what Next reads of a build when it serves it: the id that its pages and assets carry, and the
 * key of server actions. Instances with one AUTH_SECRET read what another one encrypted, and the key
 * that the build was made with, which whoever has the sources can compute, encrypts nothing.
 */
export function setBuildVariables(file = '.next/BUILD_ID'): void {
  process.env.NEXT_DEPLOYMENT_ID = readFileSync(file, 'utf8').trim();
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = keyFor('server actions').toString('base64');
}
