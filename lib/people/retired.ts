import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';

/** What is kept of a deleted account's handle: enough to know it again, not to read it. */
export const retiredHash = (handle: string): string =>
  createHmac('sha256', keyFor('retired handles')).update(handle.toLowerCase()).digest('hex');
