import { parseCrontab } from 'graphile-worker';
import type { TaskName } from '@/lib/base/enqueue';

/** In graphile-worker's crontab format: minute, hour, day of month, month, day of week (UTC). */
const CRONTAB = `
17 3 * * * clean_up ?fill=1d&max=3
37 2 * * * recount ?fill=1d&max=3
52 3 * * * write_dump ?fill=1d&max=3
13 2 * * * estimate_orders ?fill=1d&max=3
42 * * * * mature_votes ?max=3
*/10 * * * * end_bans ?max=3
47 * * * * look_for_patterns ?max=3
22 * * * * mail_notifications ?max=3
*/10 * * * * render_again ?max=1
*/5 * * * * send_digests ?max=3
*/15 * * * * match_searches ?max=3
*/5 * * * * learn_tastes ?max=1
1 * * * * close_periods ?fill=1h&max=3
3 * * * * count_exposure ?fill=1h&max=3
*/5 * * * * rescore ?max=1
7 * * * * harvest_arxiv ?max=3
27 * * * * list_harvested ?max=3
33 * * * * check_retractions ?max=3
12 * * * * mirror_daily ?max=3
47 * * * * measure_code ?max=3
*/10 * * * * fetch_pictures ?max=1
*/10 * * * * write_summaries ?max=1
`;

/** Every scheduled job. Each has its own queue, so that two runs of it never overlap. */
export const SCHEDULE = parseCrontab(
  CRONTAB.replace(/^.+\?/gm, (line) => {
    const [name] = line.trim().split(' ').slice(5);
    return `${line}queue=${name}&`;
  }),
);

export const SCHEDULED = SCHEDULE.map(({ task }) => task as TaskName);

const MINUTE = 60_000;
/** Days to search ahead: a job may run once a month. */
const AHEAD = 32;

/** Returns when a job is next due; null if it is not due within a month. */
export function nextStart(job: TaskName, now: Date): Date | null {
  const item = SCHEDULE.find(({ task }) => task === job);
  const first = Math.floor(now.getTime() / MINUTE) + 1;
  for (let minute = first; item && minute < first + AHEAD * 24 * 60; minute++) {
    const at = new Date(minute * MINUTE);
    const digest = {
      min: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      dow: at.getUTCDay(),
    };
    if (item.match(digest)) return at;
  }
  return null;
}
