'use client';

import { claimPath } from '@/lib/claims/paths';
import { correctionsPath, correctPath } from '@/lib/corrections/paths';
import { useViewer } from '@/lib/web/hooks';

const link = 'inline-flex min-h-6 items-center text-muted text-sm quiet-link';

type Props = {
  slug: string;
  /** Of its confirmed authors. */
  handles: string[];
  corrected: boolean;
};

/** To the page for claiming, which is everybody's; for its confirmed authors, to correct the page. */
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
