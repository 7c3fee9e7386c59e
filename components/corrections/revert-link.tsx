'use client';

import { buttonClass } from '@/components/ui/button';
import { revertPath } from '@/lib/corrections/paths';
import { useViewer } from '@/lib/web/hooks';

/** A link for moderators to the page that undoes corrections. */
export function RevertLink({ slug }: { slug: string }) {
  const { viewer } = useViewer();
  if (!viewer || viewer.banned || viewer.role === 'member') return null;
  return (
    <a href={revertPath(slug)} className={buttonClass({ size: 'sm' })}>
      Undo…
    </a>
  );
}
