import { ping } from '@/db/queries/health';
import { withDeadline } from './deadline';

/** Whether the database answers within two seconds, waiting for a connection included. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await withDeadline(ping, 2_000);
    return true;
  } catch {
    return false;
  }
}
