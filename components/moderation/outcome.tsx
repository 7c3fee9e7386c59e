import { Notice } from '@/components/ui/notice';
import { entryOf } from '@/lib/base/entry-of';
import { logPath } from '@/lib/moderation/paths';

/** By the codes that a form comes back with. */
const DONE: Record<string, string> = {
  excludeVotes: 'The votes are excluded.',
  restoreVotes: 'The votes count again.',
  banReader: 'The reader is banned.',
  unbanReader: 'The ban is lifted.',
  warnReader: 'The reader is warned.',
  limitReader: 'The reader is limited.',
  unlimitReader: 'The limit is taken back.',
  setReaderRole: 'The role is changed.',
  mergePapers: 'The paper is a part of the other one now.',
  removePaper: 'The paper is removed.',
  restorePaper: 'The paper is back.',
  hideComment: 'The comment is hidden.',
  restoreComment: 'The comment shows again.',
  lockDiscussion: 'The discussion is locked.',
  unlockDiscussion: 'The discussion is open again.',
  resolveReports: 'The reports are settled.',
  replyToAnswer: 'Your reply is sent.',
  settleClaim: 'The claim is settled.',
  settleContest: 'The doubts are settled.',
  settleRequest: 'The request is settled.',
  revertCorrection: 'The earlier text is back.',
  dismissPattern: 'The pattern is put aside.',
  approveSubmission: 'The paper is on the feeds.',
  refuseSubmission: 'The submission is refused, and its reader told why.',
};
/** What stands in no public log, or not for sure. */
const QUIET = new Set(['dismissPattern', 'replyToAnswer']);
const REFUSED: Record<string, string> = {
  invalid: 'Choose something, and give a reason of 3 to 500 characters.',
  not_found: 'There was nothing to do: it is gone, or was done already.',
  conflict: 'This is not possible as things are; they may have changed in the meantime.',
  forbidden:
    'Nobody judges their own account, votes or comments, and only administrators those of moderators.',
  rate_limited: 'That were many in a short time. Try again in some minutes.',
  unavailable: 'The site is not available at the moment. Try again soon.',
};

/** What became of the form that led here. */
export function Outcome({ done, error }: { done: string; error: string }) {
  if (!done && !error) return null;
  return (
    <div className="mb-4">
      {error ? (
        <Notice kind="danger" role="alert" title="Nothing was changed.">
          {entryOf(REFUSED, error) ?? 'This did not work. Try again.'}
        </Notice>
      ) : (
        <Notice kind="success" role="status" title={entryOf(DONE, done) ?? 'Done.'}>
          {QUIET.has(done) ? null : (
            <a href={logPath()} className="text-link">
              It stands in the public log.
            </a>
          )}
        </Notice>
      )}
    </div>
  );
}
