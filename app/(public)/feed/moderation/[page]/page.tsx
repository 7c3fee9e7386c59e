import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '@/components/layout/empty';
import { PageLinks } from '@/components/layout/page-links';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { LogEntry } from '@/components/moderation/log-entry';
import { Rules } from '@/components/moderation/rules';
import { getLog } from '@/lib/moderation/data';
import { logPath } from '@/lib/moderation/paths';
import { site } from '@/lib/site/site';

type Props = PageProps<'/feed/moderation/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    title: page > 1 ? `Moderation log, page ${page}` : 'Moderation log',
    alternates: { canonical: logPath(page) },
  };
}

export default async function ModerationPage({ params }: Props) {
  const { page: number } = await params;
  if (number === 'placeholder') return null;
  const { entries, page, more } = await getLog(Number(number));
  if (entries.length === 0 && page > 1) notFound();
  const { timeZone } = site();
  return (
    <PageShell>
      <PageHeading hint="What moderators did, and why, the latest first">
        Moderation log
      </PageHeading>
      <Rules />
      {entries.length === 0 ? (
        <Empty title="Nothing had to be moderated so far" />
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {entries.map((entry) => (
            <LogEntry key={entry.id} entry={entry} timeZone={timeZone} />
          ))}
        </ol>
      )}
      <PageLinks path={logPath} page={page} more={more} />
    </PageShell>
  );
}
