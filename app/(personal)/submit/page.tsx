import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { DraftForm } from '@/components/submit/draft-form';
import { LookUpForm } from '@/components/submit/look-up-form';
import { OwnSubmissions } from '@/components/submit/own-submissions';
import { WaitingNotice } from '@/components/submit/waiting-notice';
import { WaysIn } from '@/components/submit/ways-in';
import { Notice } from '@/components/ui/notice';
import { siteUrl } from '@/lib/base/env';
import { pictureWords } from '@/lib/pictures/messages';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getDraft, getOwnSubmissions, whyNotHere } from '@/lib/submissions/data';
import { submissionProblem } from '@/lib/submissions/messages';
import { submitPath } from '@/lib/submissions/paths';
import { LOOK_UP_LIMIT } from '@/lib/submissions/schema';
import { SHARED, sharedText } from '@/lib/submissions/shared-text';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Submit a paper', robots: { index: false } };

export default async function SubmitPage({ searchParams }: PageProps<'/submit'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const error = param(params, 'error');
  const given = Object.fromEntries(SHARED.map((name) => [name, param(params, name)]));
  // After an error, the pasted text comes back unchanged.
  const text = error ? (given.text ?? '').slice(0, LOOK_UP_LIMIT) : sharedText(given);
  const heading = (
    <PageHeading hint={`Bring a paper to ${site().name}.`}>Submit a paper</PageHeading>
  );
  if (!viewer?.handle || viewer.banned) {
    return (
      <PageShell width="form" nav="submit">
        {heading}
        <div className="space-y-6">
          {viewer?.banned ? (
            <Notice kind="caution">{submissionProblem('banned')}</Notice>
          ) : (
            <MemberFirst viewer={viewer} from={submitPath({ text })} purpose="submit a paper" />
          )}
          {viewer ? null : <LookUpForm text={text} />}
        </div>
        <WaysIn siteName={site().name} address={siteUrl()} />
      </PageShell>
    );
  }
  const id = Number(param(params, 'draft')) || 0;
  const draft = Number.isSafeInteger(id) && id > 0 ? await getDraft(viewer.id, id) : null;
  if (draft?.status === 'draft') {
    return (
      <PageShell nav="submit">
        {heading}
        <DraftForm
          draft={draft}
          error={error}
          wait={Number(param(params, 'wait')) || 0}
          pictureProblem={pictureWords(param(params, 'picture'))}
        />
      </PageShell>
    );
  }
  const whyNot = await whyNotHere(viewer);
  return (
    <PageShell width="form" nav="submit">
      {heading}
      <div className="space-y-6">
        {draft?.status === 'pending' || draft?.status === 'waiting' ? (
          <WaitingNotice draft={draft} />
        ) : null}
        {whyNot ? (
          <Notice kind="caution" title="You cannot submit papers here">
            {whyNot}
          </Notice>
        ) : (
          <LookUpForm text={text} error={error ? submissionProblem(error) : undefined} />
        )}
      </div>
      <OwnSubmissions submissions={await getOwnSubmissions(viewer.id)} />
      <WaysIn siteName={site().name} address={siteUrl()} />
    </PageShell>
  );
}
