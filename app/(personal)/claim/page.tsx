import type { Metadata } from 'next';
import { ClaimForm } from '@/components/claims/claim-form';
import { ConfirmedAuthors } from '@/components/claims/confirmed-authors';
import { OwnClaimCard } from '@/components/claims/own-claim';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { Notice } from '@/components/ui/notice';
import { entryOf } from '@/lib/base/entry-of';
import { getClaiming } from '@/lib/claims/data';
import { claimProblem } from '@/lib/claims/messages';
import { claimPath } from '@/lib/claims/paths';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { param } from '@/lib/sign-in/page';
import { listProviders } from '@/lib/sign-in/providers';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Claim your paper', robots: { index: false } };

const DONE: Record<string, string> = {
  open: 'Your claim is with the moderators.',
  verified: 'You are confirmed as an author.',
  withdrawn: 'Your claim is taken back.',
  contested: 'The moderators know of your doubts.',
};

/** Claims an author position of a paper, or contests a confirmed author. */
export default async function ClaimPage({ searchParams }: PageProps<'/claim'>) {
  const params = await searchParams;
  const slug = param(params, 'paper');
  const viewer = await getViewer();
  const found = SLUG.test(slug) ? await getClaiming(viewer, slug) : null;
  if (!found) {
    return (
      <PageShell width="form">
        <PageHeading>Claim your paper</PageHeading>
        <p className="text-muted">There is no such paper here. Come from a paper’s page.</p>
      </PageShell>
    );
  }
  const { paper, places, own, orcid, proven } = found;
  const [error, done] = [param(params, 'error'), entryOf(DONE, param(params, 'done'))];
  const holds = own?.status === 'open' || own?.status === 'verified';
  const may = viewer?.handle != null && !viewer.banned;
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <a href={paperPath(paper.slug)} className="text-link">
            <MathText text={paper.title} />
          </a>
        }
      >
        Are you an author?
      </PageHeading>
      <div className="space-y-6">
        {error ? (
          <Notice kind="danger" role="alert" title="This was not sent.">
            {claimProblem(param(params, 'about'), error)}
          </Notice>
        ) : done ? (
          <Notice kind="success" role="status" title={done} />
        ) : null}
        {viewer?.banned ? <Notice kind="caution">This account is read-only.</Notice> : null}
        {viewer?.banned || may ? null : (
          <MemberFirst
            viewer={viewer}
            from={claimPath(paper.slug)}
            purpose="claim your place among the authors"
          />
        )}
        {own && own.status !== 'released' ? <OwnClaimCard claim={own} slug={paper.slug} /> : null}
        {places.length === 0 ? <p>No authors of this paper are known.</p> : null}
        {may && places.length > 0 && own?.status !== 'verified' ? (
          <ClaimForm
            slug={paper.slug}
            places={places}
            chosen={Number(param(params, 'at') || (holds ? own.position : (proven ?? -1)))}
            words={param(params, 'words') || (holds ? own.words : '')}
            wanted={param(params, 'name').slice(0, 100)}
            viewerName={viewer.name}
            orcid={orcid}
            proven={proven !== null}
            canSignInWithOrcid={listProviders().some(({ id }) => id === 'orcid')}
            again={holds}
          />
        ) : null}
        <ConfirmedAuthors
          slug={paper.slug}
          places={places}
          mayContest={may}
          own={viewer?.handle ?? null}
          open={param(params, 'contest')}
          why={param(params, 'why')}
        />
      </div>
    </PageShell>
  );
}
