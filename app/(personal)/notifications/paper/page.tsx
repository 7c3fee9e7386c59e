import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { WatchForm } from '@/components/notifications/watch-form';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { Notice } from '@/components/ui/notice';
import { Outcome } from '@/components/ui/outcome';
import { reasonWords } from '@/lib/base/errors';
import { getWatched } from '@/lib/notifications/data';
import { watchPath } from '@/lib/notifications/paths';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Follow a discussion', robots: { index: false } };

export default async function WatchPage({ searchParams }: PageProps<'/notifications/paper'>) {
  const params = await searchParams;
  const slug = param(params, 'slug');
  const error = param(params, 'error');
  const viewer = await getViewer();
  const paper = SLUG.test(slug) ? await getWatched(viewer?.id ?? null, slug) : null;
  if (!paper) {
    return (
      <PageShell width="form">
        <PageHeading>Follow a discussion</PageHeading>
        <Notice kind="caution">There is no such paper here.</Notice>
      </PageShell>
    );
  }
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <a href={paperPath(paper.slug)} className="text-link">
            <MathText text={paper.title} />
          </a>
        }
      >
        Follow this discussion
      </PageHeading>
      <div className="space-y-4">
        <Outcome done={param(params, 'done') && 'Saved.'} error={error && reasonWords(error)} />
        {viewer?.handle ? (
          <WatchForm paper={paper} />
        ) : (
          <MemberFirst viewer={viewer} from={watchPath(slug)} purpose="follow this discussion" />
        )}
      </div>
    </PageShell>
  );
}
