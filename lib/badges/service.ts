import { alone } from '@/db/client';
import { closePeriods } from '@/db/queries/badges';
import { log } from '@/lib/base/log';

/** A job: fixes the badges of the days, weeks and months that are over. */
export async function closeDuePeriods(): Promise<void> {
  for (const period of await alone((own) => closePeriods(own))) {
    log.info(period, 'badges are fixed');
  }
}
