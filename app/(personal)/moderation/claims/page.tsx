import type { Metadata } from 'next';
import { ClaimCard, ContestCard } from '@/components/claims/claim-cards';
import { Empty } from '@/components/layout/empty';
import { listClaimQueue } from '@/lib/claims/data';
import { CLAIMS_PATH } from '@/lib/claims/paths';
import { isModerator } from '@/lib/moderation/policy';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Claims', robots: { index: false } };

export default async function ClaimsPage({ searchParams }: PageProps<'/moderation/claims'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const { claims, contests, more } = await listClaimQueue();
  const at = param(params, 'at');
  const { timeZone } = site();
  const typed = (key: string) => (at === key ? param(params, 'reason') : undefined);
  return (
    <DeskPage
      title="Claims"
      hint="Readers who say to be an author, and doubts about confirmed ones, the oldest first"
      at={CLAIMS_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {claims.length + contests.length === 0 ? <Empty title="No claim waits" /> : null}
      <div className="space-y-4">
        {contests.map((found) => (
          <ContestCard
            key={found.id}
            found={found}
            timeZone={timeZone}
            reason={typed(`contest-${found.id}`)}
          />
        ))}
        {claims.map((found) => (
          <ClaimCard
            key={found.id}
            found={found}
            timeZone={timeZone}
            reason={typed(`claim-${found.id}`)}
          />
        ))}
      </div>
      {more ? (
        <p className="mt-5 text-muted text-sm">There are more, shown when these are settled.</p>
      ) : null}
    </DeskPage>
  );
}
