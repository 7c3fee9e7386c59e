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
  not_found: 'There was nothing to do: it is gone, or was done already.',
  conflict: 'This is not possible as things are; they may have changed in the meantime.',
  forbidden:
    'Nobody judges their own account, votes or comments, and only administrators those of moderators.',
  rate_limited: 'That were many in a short time. Try again in some minutes.',
  unavailable: 'The site is not available at the moment. Try again soon.',
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
              It stands in the public log.
            </a>
          )}
        </Notice>
      )}
    </div>
  );
}
