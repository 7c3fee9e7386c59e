import type { Metadata } from 'next';
import { ActForm } from '@/components/moderation/act-form';
import { DeskPage } from '@/components/moderation/desk-page';
import { VotesCard } from '@/components/moderation/votes-card';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { getReaderCase } from '@/lib/moderation/data';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { formatDate } from '@/lib/papers/dates';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'Moderate a reader', robots: { index: false } };

export default async function ReaderCasePage({ searchParams }: PageProps<'/moderation/reader'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const found = await getReaderCase(param(params, 'handle').slice(0, 30));
  const outcome = { done: param(params, 'done'), error: param(params, 'error') };
  if (!found) {
    return (
      <DeskPage title="There is no such reader" {...outcome}>
        <p className="text-muted">Come here from the list of patterns.</p>
      </DeskPage>
    );
  }
  const { reader, evidence } = found;
  const { handle, banned, role, votes, createdAt } = reader;
  const { timeZone } = site();
  const form = { from: moderateReaderPath(handle), reason: param(params, 'reason') };
  return (
    <DeskPage
      title={`@${handle}`}
      hint={`${role}, since ${formatDate(createdAt.toISOString(), timeZone)}, ${votes} votes`}
      {...outcome}
    >
      <Card aria-labelledby="ban">
        <h2 id="ban" className="font-semibold">
          {banned ? 'This reader is banned' : 'Ban this reader'}
        </h2>
        <p className="mt-1 max-w-prose text-muted text-sm">
          {banned
            ? 'Lifting the ban brings votes and comments back into counts and scores.'
            : 'Ends every session and lets the account read only. Votes and comments leave counts and scores; nothing is deleted.'}
        </p>
        <ActForm
          id="reader"
          action={banned ? '/api/moderation/unban' : '/api/moderation/ban'}
          fields={{ handle }}
          hint="It stands in the public log, with the reader’s name."
          buttons={
            <Button type="submit" size="sm" variant={banned ? 'primary' : 'danger'}>
              {banned ? 'Lift the ban' : 'Ban'}
            </Button>
          }
          {...form}
        />
      </Card>
      <VotesCard title="The latest votes" evidence={evidence} timeZone={timeZone} {...form} />
    </DeskPage>
  );
}
