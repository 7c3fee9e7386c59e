import { Notice } from '@/components/ui/notice';
import { entryPath, logPath } from '@/lib/moderation/paths';
import type { Lock } from '@/lib/papers/types';

/** Says that the discussion is locked and why, with a link to the log entry. */
export function LockedNote({ lock }: { lock: Lock }) {
  return (
    <div className="mb-4">
      <Notice title="The discussion is locked">
        {lock.reason ? <span className="break-words">Reason: {lock.reason} </span> : null}
        <a href={lock.logId ? entryPath(lock.logId) : logPath()} className="text-link">
          Moderation log
        </a>
      </Notice>
    </div>
  );
}
