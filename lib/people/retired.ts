import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';

/**
 * Returns the hash that is stored of a deleted account's handle: it can be recognized, but not
 * read.
 */
export const retiredHash = (handle: string): string =>
  createHmac('sha256', keyFor('retired handles')).update(handle.toLowerCase()).digest('hex');
