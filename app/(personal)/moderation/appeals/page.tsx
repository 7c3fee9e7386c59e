import type { Metadata } from 'next';
import { AppealCard } from '@/components/appeals/appeal-card';
import { Empty } from '@/components/layout/empty';
import { listAppeals } from '@/lib/appeals/data';
import { APPEALS_PATH } from '@/lib/appeals/paths';
import { isModerator } from '@/lib/moderation/policy';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Appeals', robots: { index: false } };

export default async function AppealsPage({ searchParams }: PageProps<'/moderation/appeals'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const appeals = await listAppeals();
  const at = param(params, 'at');
  return (
    <DeskPage
      title="Appeals"
      hint="Readers’ appeals against moderation, oldest first. Only the reader sees your reply."
      at={APPEALS_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {appeals.length === 0 ? <Empty title="No open appeals" /> : null}
      <div className="space-y-4">
        {appeals.map((appeal) => (
          <AppealCard
            key={`${appeal.entry.id}-${appeal.handle}`}
            appeal={appeal}
            timeZone={site().timeZone}
            reason={
              at === `${appeal.entry.id}-${appeal.handle}` ? param(params, 'reason') : undefined
            }
          />
        ))}
      </div>
    </DeskPage>
  );
}
