import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { ConfirmPaper } from '@/components/submit/confirm-paper';
import { LookUpForm } from '@/components/submit/look-up-form';
import { OwnSubmissions } from '@/components/submit/own-submissions';
import { SignInFirst } from '@/components/submit/sign-in-first';
import { SubmitButton } from '@/components/submit/submit-button';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { parseArxivId } from '@/lib/papers/identifiers';
import { SLUG } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { getCandidate, getOwnSubmissions } from '@/lib/submissions/data';
import { submissionProblem } from '@/lib/submissions/words';

export const metadata: Metadata = { title: 'Submit a paper', robots: { index: false } };

export default async function SubmitPage({ searchParams }: PageProps<'/submit'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const text = param(params, 'text').slice(0, 500);
  const error = param(params, 'error');
  const slug = param(params, 'paper');
  const waiting = parseArxivId(param(params, 'wait'))?.id;
  const kept = parseArxivId(param(params, 'kept'))?.id;
  const candidate = viewer && SLUG.test(slug) ? await getCandidate(slug) : null;
  return (
    <PageShell width="form" nav="submit">
      <PageHeading hint={`Bring a paper from arXiv to ${site().name}.`}>Submit a paper</PageHeading>
      {!viewer?.handle || viewer.banned ? (
        <div className="space-y-6">
          <SignInFirst viewer={viewer} text={text} />
          {viewer ? null : <LookUpForm text={text} />}
        </div>
      ) : (
        <>
          {candidate ? (
            <ConfirmPaper paper={candidate} />
          ) : waiting ? (
            <div className="space-y-4">
              <Notice kind="caution" title={submissionProblem('source_unavailable')}>
                You can submit arXiv:{waiting} all the same: it is kept, and goes on the feed as
                soon as arXiv answers.
              </Notice>
              <SubmitButton arxivId={waiting}>Submit {waiting}</SubmitButton>
            </div>
          ) : (
            <div className="space-y-6">
              {kept ? (
                <Notice kind="success" role="status" title={`arXiv:${kept} is pending`}>
                  arXiv does not answer at the moment. Your submission is kept and goes on the feed
                  as soon as arXiv does.
                </Notice>
              ) : null}
              <LookUpForm text={text} error={error ? submissionProblem(error) : undefined} />
            </div>
          )}
          <OwnSubmissions submissions={await getOwnSubmissions(viewer.id)} />
        </>
      )}
    </PageShell>
  );
}
