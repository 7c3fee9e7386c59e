import type { ReactNode } from 'react';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { IN_FORCE_PATH, logPath, PATTERNS_PATH } from '@/lib/moderation/paths';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { Outcome } from './outcome';

const TABS = [
  { href: REPORTS_PATH, label: 'Reports' },
  { href: PATTERNS_PATH, label: 'Patterns' },
  { href: IN_FORCE_PATH, label: 'In force' },
  { href: logPath(), label: 'Public log' },
];

type Props = {
  title: string;
  hint?: ReactNode;
  /** The tab that this page is, if any. */
  at?: string;
  done: string;
  error: string;
  children: ReactNode;
};

/** The frame of a page that only moderators get. */
export function DeskPage({ title, hint, at, done, error, children }: Props) {
  return (
    <PageShell>
      <nav aria-label="Moderation" className="mb-5 flex gap-1 border-line border-b">
        {TABS.map(({ href, label }) => (
          <a
            key={href}
            href={href}
            aria-current={href === at ? 'page' : undefined}
            className="-mb-px border-transparent border-b-2 px-3 py-2 font-medium text-muted text-sm hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {label}
          </a>
        ))}
      </nav>
      <PageHeading hint={hint}>{title}</PageHeading>
      <Outcome done={done} error={error} />
      {children}
    </PageShell>
  );
}
