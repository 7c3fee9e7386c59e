import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'About', alternates: { canonical: '/about' } };

export default function AboutPage() {
  const { name, tagline, contact, ownName } = site();
  return (
    <PageShell>
      <PageHeading hint={tagline}>About {name}</PageHeading>
      <div className="max-w-[42rem] space-y-3">
        <p>
          {name} is a front page for research papers: readers submit them, upvote them and discuss
          them, and what matters now rises. Anyone can read; sign in to take part.
        </p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            <Link href="/about/ranking" prefetch={false} className="text-link">
              How papers are ranked
            </Link>
            : the formula with all its weights. Each paper’s page says why it is where it is.
          </li>
          <li>
            <Link href="/moderation" prefetch={false} className="text-link">
              The moderation log
            </Link>
            : what moderators did, and for what reason.
          </li>
          <li>
            <Link href="/subscribe" prefetch={false} className="text-link">
              Papers by mail
            </Link>
            : the best of the day, the week or the month, without an account.
          </li>
          <li>
            <Link href="/docs/api" prefetch={false} className="text-link">
              API
            </Link>
            : what programs can ask, and how agents find tools here.
          </li>
          <li>
            <Link href="/privacy" prefetch={false} className="text-link">
              Privacy
            </Link>
            : what is kept, for how long, and what you can do about it.
          </li>
          {contact ? (
            <li>
              <a href={contact.href} className="text-link">
                {contact.label}
              </a>
              : whom to write to.
            </li>
          ) : null}
        </ul>
        {ownName ? <p className="text-muted text-sm">It runs on Papertide.</p> : null}
      </div>
    </PageShell>
  );
}
