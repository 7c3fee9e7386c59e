import type { Metadata } from 'next';
import { MergeCard } from '@/components/moderation/merge-card';
import { MergePreview } from '@/components/moderation/merge-preview';
import { Notice } from '@/components/ui/notice';
import { getMergePreview } from '@/lib/moderation/data';
import { isModerator } from '@/lib/moderation/policy';
import { SLUG } from '@/lib/papers/paths';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Merge papers', robots: { index: false } };

export default async function MergePage({ searchParams }: PageProps<'/moderation/merge'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const [slug, asked] = [param(params, 'from'), param(params, 'into').slice(0, 200)];
  const done = param(params, 'done');
  const found = SLUG.test(slug) ? await getMergePreview(slug, asked) : null;
  const outcome = { done, error: param(params, 'error') };
  if (!found?.from) {
    return (
      <DeskPage title="There is no such paper" {...outcome}>
        <p className="text-muted">Come here from a paper’s page.</p>
      </DeskPage>
    );
  }
  const { from, into, both, problem } = found;
  return (
    <DeskPage
      title={`Merge ${from.slug}`}
      hint={done ? undefined : 'Nothing has happened yet.'}
      {...outcome}
    >
      {into && problem && !done ? (
        <Notice kind="danger" title={problem}>
          Choose another paper.
        </Notice>
      ) : null}
      {into && (done || !problem) ? (
        <MergePreview
          from={from}
          into={into}
          both={both}
          done={done !== ''}
          reason={param(params, 'reason')}
          timeZone={site().timeZone}
        />
      ) : (
        <MergeCard
          slug={from.slug}
          into={asked}
          error={
            asked && !into ? 'There is no paper of this identifier or address here.' : undefined
          }
        />
      )}
    </DeskPage>
  );
}
