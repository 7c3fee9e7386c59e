import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MathText } from '@/components/papers/math-text';
import { MemberFirst } from '@/components/people/member-first';
import { ReportForm } from '@/components/reports/report-form';
import { Notice } from '@/components/ui/notice';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { collectionPath } from '@/lib/collections/paths';
import { commentPath } from '@/lib/comments/paths';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { logPath } from '@/lib/moderation/paths';
import { paperPath, SLUG } from '@/lib/papers/paths';
import { getReportable } from '@/lib/reports/data';
import { reportPath } from '@/lib/reports/paths';
import { MOST_WORDS } from '@/lib/reports/schema';
import type { Reportable } from '@/lib/reports/types';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Report', robots: { index: false } };

const ID = /^[1-9]\d{0,14}$/;
const WORDS: Partial<Record<Reason, string>> = {
  invalid: `Choose a reason. For “something else”, explain in at most ${MOST_WORDS} characters.`,
  rate_limited: 'Too many reports. Try again later.',
};

const TITLES: Record<Reportable['kind'], string> = {
  comment: 'Report a comment',
  paper: 'Report a paper',
  collection: 'Report a collection',
};

/** Returns the link to the reported item and the key of its report. */
function placeOf(about: Reportable) {
  switch (about.kind) {
    case 'comment':
      return { place: commentPath(about.id), report: reportPath({ comment: about.id }) };
    case 'paper':
      return { place: paperPath(about.slug), report: reportPath({ paper: about.slug }) };
    case 'collection':
      return { place: collectionPath(about.key), report: reportPath({ collection: about.key }) };
  }
}

export default async function ReportPage({ searchParams }: PageProps<'/report'>) {
  const params = await searchParams;
  const [comment, paper] = [param(params, 'comment'), param(params, 'paper')];
  const collection = param(params, 'collection');
  const viewer = await getViewer();
  const found = await getReportable(viewer?.id ?? null, {
    comment: ID.test(comment) ? Number(comment) : undefined,
    paper: SLUG.test(paper) ? paper : undefined,
    collection: COLLECTION_KEY.test(collection) ? collection : undefined,
  });
  if (!found) {
    return (
      <PageShell width="form">
        <PageHeading>There is nothing to report here</PageHeading>
        <p className="text-muted">
          It may be gone already. Come here from a comment, a paper’s page or a collection.
        </p>
      </PageShell>
    );
  }
  const { about, own } = found;
  const { place, report } = placeOf(about);
  const error = param(params, 'error');
  return (
    <PageShell width="form">
      <PageHeading
        hint={
          <>
            {about.kind === 'comment'
              ? `By ${about.writer ? `@${about.writer}` : 'a former reader'}, on `
              : null}
            <a href={place} className="text-link">
              {about.kind === 'collection' ? about.name : <MathText text={about.title} />}
            </a>
            {about.kind === 'collection' ? ` by @${about.owner}` : null}
          </>
        }
      >
        {TITLES[about.kind]}
      </PageHeading>
      <div className="space-y-5">
        {param(params, 'done') && own ? (
          <Notice kind="success" role="status" title="Thanks, the moderators have been notified.">
            What they do stands in the{' '}
            <a href={logPath()} className="text-link">
              public log
            </a>
            , without your name.{' '}
            <a href={place} className="text-link">
              Back
            </a>
          </Notice>
        ) : null}
        {error ? (
          <Notice kind="danger" role="alert" title="This was not sent.">
            {reasonWords(error, WORDS)}
          </Notice>
        ) : null}
        {viewer?.banned ? (
          <Notice kind="caution">This account is read-only.</Notice>
        ) : viewer?.handle ? (
          <ReportForm
            about={about}
            reason={param(params, 'reason') || (own?.reason ?? '')}
            words={param(params, 'words') || (own?.words ?? '')}
            again={own !== null}
          />
        ) : (
          <MemberFirst viewer={viewer} from={report} purpose="report it" />
        )}
      </div>
    </PageShell>
  );
}
