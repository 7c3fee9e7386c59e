import { ping } from '@/db/queries/health';
import { withDeadline } from './deadline';

/** Returns whether the database answers within two seconds, including the wait for a connection. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await withDeadline(ping, 2_000);
    return true;
  } catch {
    return false;
  }
}
