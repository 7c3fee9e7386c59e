import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { ReportForm } from '@/components/reports/report-form';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { commentPath } from '@/lib/comments/paths';
import { entryOf } from '@/lib/entry-of';
import { REASONS, type Reason } from '@/lib/errors';
import { logPath } from '@/lib/moderation/paths';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { getReportable } from '@/lib/reports/data';
import { reportPath } from '@/lib/reports/paths';
import { MOST_WORDS } from '@/lib/reports/schema';

export const metadata: Metadata = { title: 'Report', robots: { index: false } };

const ID = /^[1-9]\d{0,14}$/;
const WORDS: Partial<Record<Reason, string>> = {
  invalid: `Choose a reason. Something else has to be explained, in at most ${MOST_WORDS} characters.`,
  rate_limited: 'That were many reports in a short time. Try again later.',
};

/** Tells the moderators of a comment or a paper. */
export default async function ReportPage({ searchParams }: PageProps<'/report'>) {
  const params = await searchParams;
  const [comment, paper] = [param(params, 'comment'), param(params, 'paper')];
  const viewer = await getViewer();
  const found = await getReportable(viewer?.id ?? null, {
    comment: ID.test(comment) ? Number(comment) : undefined,
    paper: SLUG.test(paper) ? paper : undefined,
  });
  if (!found) {
    return (
      <PageShell width="form">
        <PageHeading>There is nothing to report here</PageHeading>
        <p className="text-muted">
          It may be gone already. Come here from a comment or from a paper’s page.
        </p>
      </PageShell>
    );
  }
  const { about, own } = found;
  const isComment = about.kind === 'comment';
  const place = isComment ? commentPath(about.id) : paperPath(about.slug);
  const error = param(params, 'error');
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <>
            {isComment ? `By ${about.writer ? `@${about.writer}` : 'a former reader'}, on ` : null}
            <a href={place} className="text-link">
              <MathText text={about.title} />
            </a>
          </>
        }
      >
        {isComment ? 'Report a comment' : 'Report a paper'}
      </PageHeading>
      <div className="space-y-5">
        {param(params, 'done') && own ? (
          <Notice kind="success" role="status" title="The moderators know of it.">
            What they do stands in the{' '}
            <a href={logPath()} className="underline underline-offset-4">
              public log
            </a>
            , without your name.{' '}
            <a href={place} className="underline underline-offset-4">
              Back
            </a>
          </Notice>
        ) : null}
        {error ? (
          <Notice kind="danger" role="alert" title="This was not sent.">
            {entryOf(WORDS, error) ?? REASONS[error as Reason]?.words ?? 'This did not work.'}
          </Notice>
        ) : null}
        {viewer?.banned ? (
          <Notice kind="caution">This account may only read.</Notice>
        ) : viewer?.handle ? (
          <ReportForm
            about={about}
            reason={param(params, 'reason') || (own?.reason ?? '')}
            words={param(params, 'words') || (own?.words ?? '')}
            again={own !== null}
          />
        ) : (
          <MemberFirst
            viewer={viewer}
            from={reportPath(isComment ? { comment: about.id } : { paper: about.slug })}
            purpose="report it"
          />
        )}
      </div>
    </PageShell>
  );
}
