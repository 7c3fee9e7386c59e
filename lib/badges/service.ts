import { alone } from '@/db/client';
import { closePeriods } from '@/db/queries/badges';
import { log } from '@/lib/base/log';

/** Scheduled job: awards the badges of days, weeks and months that have ended. */
export async function closeDuePeriods(): Promise<void> {
  for (const period of await alone((own) => closePeriods(own))) {
    log.info(period, 'badges awarded');
  }
}
