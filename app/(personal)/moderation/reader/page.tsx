import type { Metadata } from 'next';
import { ReaderActs } from '@/components/moderation/reader-acts';
import { ReaderLog } from '@/components/moderation/reader-log';
import { VotesCard } from '@/components/moderation/votes-card';
import { getReaderCase } from '@/lib/moderation/data';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { formatDate } from '@/lib/papers/dates';
import { profilePath } from '@/lib/profiles/paths';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

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
  const { reader, evidence, entries } = found;
  const { handle, role, votes, createdAt } = reader;
  const { timeZone } = site();
  const form = { from: moderateReaderPath(handle), reason: param(params, 'reason') };
  return (
    <DeskPage
      title={`@${handle}`}
      hint={
        <>
          {`${role}, since ${formatDate(createdAt.toISOString(), timeZone)}, ${votes} votes. `}
          <a href={profilePath(handle)} className="text-link">
            Profile
          </a>
        </>
      }
      {...outcome}
    >
      <ReaderActs reader={reader} timeZone={timeZone} reason={form.reason} />
      <ReaderLog entries={entries} timeZone={timeZone} />
      <VotesCard title="The latest votes" evidence={evidence} timeZone={timeZone} {...form} />
    </DeskPage>
  );
}
