import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { DeskNav } from '@/components/moderation/desk-nav';
import { BacklogFacts } from '@/components/operations/backlog';
import { JobCard } from '@/components/operations/job-card';
import { SourceList } from '@/components/operations/source-list';
import { Notice } from '@/components/ui/notice';
import { getOperations } from '@/lib/operations/data';
import { whyOff } from '@/lib/operations/messages';
import { OPERATIONS_PATH } from '@/lib/operations/paths';
import { isOperator } from '@/lib/operations/policy';
import { adviceWords } from '@/lib/ranking/half-life';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Operations', robots: { index: false } };

export default async function OperationsPage({ searchParams }: PageProps<'/operations'>) {
  // proxy.ts has returned 404 to everyone else; the page checks again as defense in depth.
  if (!isOperator(await getViewer())) return null;
  const params = await searchParams;
  const { jobs, backlog, sources, harvests, mirrored, halfLife } = await getOperations();
  const { timeZone } = site();
  return (
    <PageShell>
      <DeskNav at={OPERATIONS_PATH} />
      <PageHeading hint="What the site does by itself, as of this page">Operations</PageHeading>
      <div className="mb-4 space-y-3 empty:hidden">
        {param(params, 'done') ? (
          <Notice kind="success" role="status" title="The job is due now.">
            It begins within seconds, unless it runs already. Load this page again to see it.
          </Notice>
        ) : null}
        {param(params, 'error') ? (
          <Notice kind="danger" role="alert" title="This was not done.">
            There may be no such job any more. Try again.
          </Notice>
        ) : null}
        {backlog.workers === 0 ? (
          <Notice kind="caution" title="Nobody runs jobs.">
            No process shows a sign of life. Start one with npm run worker, or the site without
            JOBS=off.
          </Notice>
        ) : null}
        {halfLife ? (
          <Notice kind="info" title="Another half-life suits this site better.">
            {adviceWords(halfLife)}{' '}
            <a href="/about/ranking" className="text-link">
              How papers are ranked
            </a>
          </Notice>
        ) : null}
      </div>
      <BacklogFacts backlog={backlog} />
      <div className="divide-y divide-line border-line border-y">
        {jobs.map((job) => (
          <JobCard key={job.name} job={job} off={whyOff(job.name)} timeZone={timeZone} />
        ))}
      </div>
      <SourceList sources={sources} harvests={harvests} mirrored={mirrored} timeZone={timeZone} />
    </PageShell>
  );
}
