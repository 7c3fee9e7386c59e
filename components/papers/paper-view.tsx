import { Discussion } from '@/components/comments/discussion';
import { PageShell } from '@/components/layout/page-shell';
import { SoftLinks } from '@/components/ui/soft-links';
import type { ThreadPage } from '@/lib/comments/types';
import type { PaperParts } from '@/lib/paper-page/types';
import type { Lock } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import { ALREADY_HERE } from '@/lib/submissions/paths';
import { PaperAside } from './paper-aside';
import { PaperFoot } from './paper-foot';
import { ViewBeacon } from './view-beacon';

type Props = {
  parts: PaperParts;
  comments: number;
  lock: Lock | null;
  threads: ThreadPage;
  /** Handles of the paper's confirmed authors. */
  handles: string[];
  corrected: boolean;
};

const FIRST_SHOWN = { order: 'best' } as const;

/** The page of a paper, with the first page of its threads. */
export function PaperView({ parts, comments, lock, threads, handles, corrected }: Props) {
  const { id, slug, sections } = parts;
  return (
    <PageShell>
      <p
        id={ALREADY_HERE}
        className="mb-4 hidden rounded-md border border-accent/40 bg-accent-soft px-3.5 py-2.5 text-sm target:block"
      >
        Already here. Upvote it instead of submitting it again.
      </p>
      <ViewBeacon paperId={id} />
      <div className="paper-page">
        <article>
          <SoftLinks html={sections.article} />
          <PaperFoot slug={slug} handles={handles} corrected={corrected} />
        </article>
        <PaperAside parts={parts} />
        <div className="paper-talk">
          <Discussion
            paperId={id}
            slug={slug}
            comments={comments}
            lock={lock}
            page={threads}
            filter={FIRST_SHOWN}
            timeZone={site().timeZone}
          />
          <SoftLinks className="screen-only mt-8" html={sections.below} />
        </div>
      </div>
      <SoftLinks html={sections.similar} />
      <div hidden dangerouslySetInnerHTML={{ __html: sections.data }} />
    </PageShell>
  );
}
