import { Notice } from '@/components/ui/notice';
import { identifierWords, sourceName } from '@/lib/submissions/messages';
import type { Draft } from '@/lib/submissions/types';

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
        {sourceName(source)} isn’t responding right now. Your submission is saved and will be
        published as soon as it does.
      </Notice>
    );
  }
  return (
    <Notice kind="success" role="status" title="Your submission is waiting for a moderator">
      “{name}” will be published once a moderator has approved it. We’ll notify you either way;
      until then it is listed below.
    </Notice>
  );
}
