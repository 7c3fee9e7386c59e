'use client';

import { claimPath } from '@/lib/claims/paths';
import { correctionsPath, correctPath } from '@/lib/corrections/paths';
import { useViewer } from '@/lib/web/hooks';

const link = 'inline-flex min-h-6 items-center text-muted text-sm quiet-link';

type Props = {
  slug: string;
  /** Handles of the paper's confirmed authors. */
  handles: string[];
  corrected: boolean;
};

/** Links to the claim page for everyone, and to the correction form for confirmed authors. */
export function AuthorLinks({ slug, handles, corrected }: Props) {
  const { viewer } = useViewer();
  const own = viewer?.handle && !viewer.banned && handles.includes(viewer.handle);
  return (
    <>
      <a href={claimPath(slug)} rel="nofollow" className={link}>
        Are you an author?
      </a>
      {corrected ? (
        <a href={correctionsPath(slug)} className={link}>
          What was corrected
        </a>
      ) : null}
      {own ? (
        <a href={correctPath(slug)} className={link}>
          Correct this page
        </a>
      ) : null}
    </>
  );
}
