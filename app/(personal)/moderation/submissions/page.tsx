import type { Metadata } from 'next';
import { Empty } from '@/components/layout/empty';
import { WaitingCard } from '@/components/submit/waiting-card';
import { isModerator } from '@/lib/moderation/policy';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { listWaitingSubmissions } from '@/lib/submissions/data';
import { WAITING_PATH } from '@/lib/submissions/paths';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Submissions', robots: { index: false } };

export default async function Page({ searchParams }: PageProps<'/moderation/submissions'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const { waiting, more } = await listWaitingSubmissions();
  const at = param(params, 'at');
  return (
    <DeskPage
      title="Submissions"
      hint="Papers that wait for a moderator, the oldest first"
      at={WAITING_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {waiting.length === 0 ? <Empty title="Nothing waits" /> : null}
      <div className="space-y-4">
        {waiting.map((submission) => (
          <WaitingCard
            key={submission.id}
            waiting={submission}
            timeZone={site().timeZone}
            reason={String(submission.id) === at ? param(params, 'reason') : undefined}
          />
        ))}
      </div>
      {more ? (
        <p className="mt-5 text-muted text-sm">There are more, shown when these are settled.</p>
      ) : null}
    </DeskPage>
  );
}
