import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { LogEntry } from '@/components/moderation/log-entry';
import { Rules } from '@/components/moderation/rules';
import { buttonClass } from '@/components/ui/button';
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
        <p className="py-8 text-muted">Nothing had to be moderated so far.</p>
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {entries.map((entry) => (
            <LogEntry key={entry.id} entry={entry} timeZone={timeZone} />
          ))}
        </ol>
      )}
      {page > 1 || more ? (
        <nav aria-label="Pages" className="mt-5 flex items-center gap-3 text-muted text-sm">
          {page > 1 ? <LogLink page={page - 1} words="Newer" rel="prev" /> : null}
          <span>Page {page}</span>
          {more ? <LogLink page={page + 1} words="Older" rel="next" /> : null}
        </nav>
      ) : null}
    </PageShell>
  );
}

const LogLink = ({ page, words, rel }: { page: number; words: string; rel: 'prev' | 'next' }) => (
  <Link
    href={logPath(page)}
    rel={rel}
    prefetch={false}
    className={`${buttonClass({ size: 'sm' })} ${rel === 'next' ? 'ml-auto' : ''}`}
  >
    {words}
  </Link>
);
