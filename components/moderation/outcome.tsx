import { Notice } from '@/components/ui/notice';
import { entryOf } from '@/lib/base/entry-of';
import { logPath } from '@/lib/moderation/paths';
import { doneMessage } from '@/lib/registry/find';
import type { FormName } from '@/lib/registry/form-path';

/** What stands in no public log, or not for sure. */
const QUIET = new Set<string>([
  'moderation/dismissPattern',
  'appeals/replyToAnswer',
] satisfies FormName[]);
const REFUSED: Record<string, string> = {
  invalid: 'Choose something, and give a reason of 3 to 500 characters.',
  not_found: 'There was nothing to do: it is gone or has already been done.',
  conflict: 'This is not possible in the current state, which may have changed in the meantime.',
  forbidden:
    'You can’t moderate your own account, votes or comments, and only administrators can moderate those of moderators.',
  rate_limited: 'Too many requests. Try again in a few minutes.',
  unavailable: 'The site is temporarily unavailable. Try again soon.',
};

/** What became of the form that led here. */
export async function Outcome({ done, error }: { done: string; error: string }) {
  if (!done && !error) return null;
  return (
    <div className="mb-4">
      {error ? (
        <Notice kind="danger" role="alert" title="Nothing was changed.">
          {entryOf(REFUSED, error) ?? 'This did not work. Try again.'}
        </Notice>
      ) : (
        <Notice kind="success" role="status" title={(await doneMessage(done)) ?? 'Done.'}>
          {QUIET.has(done) ? null : (
            <a href={logPath()} className="text-link">
              It is in the public log.
            </a>
          )}
        </Notice>
      )}
    </div>
  );
}
