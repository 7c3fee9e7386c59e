import { deleteExpired } from '@/db/queries/clean-up';
import { closeDuePeriods } from '@/lib/badges/service';
import { recountNightly } from '@/lib/checks/nightly';
import { errorCode } from '@/lib/errors';
import { log } from '@/lib/log';
import { deliverMail } from '@/lib/mail/service';
import { recomputePapers } from '@/lib/moderation/service';
import { mailNotifications, mailOverdueNotifications } from '@/lib/notifications/service';
import { deleteUnusedPictures } from '@/lib/pictures/service';
import { completeSubmission } from '@/lib/submissions/service';
import { matureVotes } from '@/lib/votes/maturing';
import type { Payloads, TaskName } from './enqueue';

type Tasks = { [Name in TaskName]: (payload: Payloads[Name]) => Promise<void> };

const tasks: Tasks = {
  send_mail: ({ mailId }) => deliverMail(mailId),
  mail_notifications: ({ userId }) =>
    userId ? mailNotifications(userId) : mailOverdueNotifications(),
  complete_submission: ({ submissionId }) => completeSubmission(submissionId),
  recompute_papers: ({ paperIds, logId }) => recomputePapers(paperIds, logId),
  clean_up: async () => {
    log.info({ ...(await deleteExpired()), pictures: await deleteUnusedPictures() }, 'cleaned up');
  },
  close_periods: closeDuePeriods,
  recount: recountNightly,
  mature_votes: async ({ userId }) => {
    const votes = await matureVotes(userId);
    if (votes > 0) log.info({ votes }, 'votes of accounts that are a day old weigh in full');
  },
};

/** In the form that the runner takes: minute, hour, day of month, month, day of week (UTC). */
export const CRONTAB = `
17 3 * * * clean_up ?fill=1d&max=3
37 2 * * * recount ?fill=1d&max=3
42 * * * * mature_votes ?max=3
22 * * * * mail_notifications ?max=3
1 * * * * close_periods ?fill=1h&max=3
`;

/**
 * The tasks as the runner takes them. It stores and logs the message of what they throw, and a
 * mail server's or a driver's message holds addresses and values: only codes and our own words pass.
 */
export const taskList = Object.fromEntries(
  Object.entries(tasks).map(([name, run]) => [
    name,
    async (payload: unknown) => {
      try {
        await (run as (payload: unknown) => Promise<void>)(payload);
      } catch (error) {
        throw new Error(errorCode(error) ?? (error instanceof Error ? error.name : 'failed'));
      }
    },
  ]),
);
