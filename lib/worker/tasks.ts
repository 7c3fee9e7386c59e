import { deleteExpired } from '@/db/queries/clean-up';
import { closeDuePeriods } from '@/lib/badges/service';
import type { Payloads, TaskName } from '@/lib/base/enqueue';
import { env } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { traced } from '@/lib/base/tracing';
import { purgeAll } from '@/lib/caches/purge';
import { measureCode } from '@/lib/code/measure';
import { renderAgain } from '@/lib/comments/rerender';
import { sendDigests } from '@/lib/digests/sending';
import { writeDump } from '@/lib/dump/service';
import { estimateOrders } from '@/lib/evaluation/service';
import { harvestArxiv } from '@/lib/ingest/harvest';
import { mirrorDaily } from '@/lib/ingest/mirror';
import { checkRetractions } from '@/lib/ingest/retraction-check';
import { listHarvested } from '@/lib/ingest/rule';
import { recountNightly } from '@/lib/invariants/nightly';
import { deliverMail } from '@/lib/mail/service';
import { endBans, keepPatterns, recomputePapers } from '@/lib/moderation/service';
import { mailNotifications, mailOverdueNotifications } from '@/lib/notifications/service';
import { fetchPictures } from '@/lib/pictures/fetching';
import { deleteUnusedPictures } from '@/lib/pictures/service';
import { rescoreAll } from '@/lib/ranking/rescoring';
import { matchSavedSearches } from '@/lib/searches/matching';
import { fillMailboxKeys } from '@/lib/sign-in/service';
import { completeSubmission } from '@/lib/submissions/service';
import { writeSummaries } from '@/lib/summaries/writing';
import { learnTaste, learnTastes } from '@/lib/taste/learning';
import { countExposure } from '@/lib/views/exposure';
import { matureVotes } from '@/lib/votes/maturing';
import { type Run, recordRun, starterOf, unrecorded } from './runs';

/** Numbers that a task returns, or adds to `run.counts` meanwhile, are shown at /operations. */
type Task<Payload> = (payload: Payload, run: Run) => Promise<unknown>;
type Tasks = { [Name in TaskName]: Task<Payloads[Name]> };

const tasks: Tasks = {
  send_mail: ({ mailId }) => deliverMail(mailId),
  mail_notifications: ({ userId }) =>
    userId ? mailNotifications(userId) : mailOverdueNotifications(),
  complete_submission: ({ submissionId }) => completeSubmission(submissionId),
  end_bans: async ({ userId }) => {
    const bans = await endBans(userId);
    if (bans > 0) log.info({ bans }, 'bans ended');
    return { bans };
  },
  look_for_patterns: async () => {
    const mailboxes = await fillMailboxKeys();
    return { patterns: await keepPatterns(), mailboxes };
  },
  recompute_papers: ({ paperIds, logId }) => recomputePapers(paperIds, logId),
  clean_up: async () => {
    const gone = { ...(await deleteExpired()), pictures: await deleteUnusedPictures() };
    log.info(gone, 'cleaned up');
    return gone;
  },
  close_periods: closeDuePeriods,
  count_exposure: () => countExposure(),
  estimate_orders: () => estimateOrders(),
  rescore: () => rescoreAll(),
  harvest_arxiv: (_, run) => harvestArxiv(run),
  list_harvested: (_, run) => listHarvested(run),
  measure_code: (_, run) => measureCode(run),
  fetch_pictures: (_, run) => fetchPictures(run),
  write_summaries: (_, run) => writeSummaries(run),
  check_retractions: (_, run) => checkRetractions(run),
  mirror_daily: (_, run) => mirrorDaily(run),
  send_digests: () => sendDigests(),
  match_searches: () => matchSavedSearches(),
  learn_tastes: async ({ userId }) =>
    userId ? { learned: Number(await learnTaste(userId)) } : learnTastes(),
  recount: recountNightly,
  render_again: async () => ({ comments: await renderAgain() }),
  write_dump: async () => (env().DUMPS ? (await writeDump()).counts : undefined),
  purge_caches: ({ tags }) => purgeAll(tags),
  mature_votes: async ({ userId }) => {
    const votes = await matureVotes(userId);
    if (votes > 0) log.info({ votes }, 'votes of day-old accounts got full weight');
    return { votes };
  },
};

/**
 * Returns the tasks for the runner. The runner stores and logs error messages, and those of a mail
 * server or driver contain addresses and values, so only codes and error names pass.
 */
export const taskList = Object.fromEntries(
  (Object.entries(tasks) as [TaskName, Task<unknown>][]).map(([name, task]) => [
    name,
    (payload: unknown) =>
      traced(`job ${name}`, 'job', { 'papertide.job': name }, async () => {
        const startedBy = starterOf(payload);
        try {
          if (startedBy) await recordRun(name, startedBy, (run) => task(payload, run));
          else await task(payload, unrecorded());
        } catch (error) {
          throw new Error(errorCode(error) ?? (error instanceof Error ? error.name : 'failed'));
        }
      }),
  ]),
);
