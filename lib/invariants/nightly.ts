import { log } from '@/lib/base/log';
import { recountSite } from './service';

/** Scheduled job: recounts the site and logs each wrong figure. */
export async function recountNightly(): Promise<void> {
  const started = Date.now();
  const done = await recountSite({
    onDrift: (drift) => log.warn(drift, 'corrected a stored figure'),
  });
  if (done) log.info({ ...done, ms: Date.now() - started }, 'recounted');
  else log.info('a recount is already running');
}
