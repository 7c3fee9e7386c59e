'use client';

import { moderatePaperPath } from '@/lib/moderation/paths';
import { useViewer } from '@/lib/web/hooks';

/** A link for moderators from a paper's page to its moderation actions. */
export function ModerateLink({ slug }: { slug: string }) {
  const { viewer } = useViewer();
  if (!viewer || viewer.banned || viewer.role === 'member') return null;
  return (
    <a
      href={moderatePaperPath(slug)}
      className="inline-flex min-h-6 items-center text-muted text-sm quiet-link"
    >
      Moderate this paper
    </a>
  );
}
