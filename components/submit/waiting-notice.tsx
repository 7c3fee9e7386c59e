import { Notice } from '@/components/ui/notice';
import { identifierWords, sourceName } from '@/lib/submissions/messages';
import type { Draft } from '@/lib/submissions/types';

/** A submission that has been sent and waits. */
export function WaitingNotice({ draft }: { draft: Draft }) {
  const { source, externalId, status, details, paper } = draft;
  const name = paper?.title || details.typed.title || identifierWords(source, externalId);
  if (status === 'pending') {
    return (
      <Notice
        kind="success"
        role="status"
        title={`${identifierWords(source, externalId)} is pending`}
      >
        {sourceName(source)} does not answer at the moment. Your submission is kept and goes on the
        feed as soon as it does.
      </Notice>
    );
  }
  return (
    <Notice kind="success" role="status" title="Your submission waits for a moderator">
      “{name}” goes on the feeds when a moderator has looked at it. You are told what became of it,
      and find it below until then.
    </Notice>
  );
}
