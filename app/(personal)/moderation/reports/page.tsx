import type { Metadata } from 'next';
import { Empty } from '@/components/layout/empty';
import { CaseCard } from '@/components/reports/case-card';
import { isModerator } from '@/lib/moderation/policy';
import { listCases } from '@/lib/reports/data';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Reports', robots: { index: false } };

export default async function ReportsPage({ searchParams }: PageProps<'/moderation/reports'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const { cases, more } = await listCases();
  const at = param(params, 'at');
  return (
    <DeskPage
      title="Reports"
      hint="Open reports, oldest first"
      at={REPORTS_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {cases.length === 0 ? <Empty title="No open reports" /> : null}
      <div className="space-y-4">
        {cases.map((found) => (
          <CaseCard
            key={found.subject}
            found={found}
            timeZone={site().timeZone}
            reason={found.subject.replace(':', '-') === at ? param(params, 'reason') : undefined}
          />
        ))}
      </div>
      {more ? (
        <p className="mt-5 text-muted text-sm">There are more, shown when these are settled.</p>
      ) : null}
    </DeskPage>
  );
}
