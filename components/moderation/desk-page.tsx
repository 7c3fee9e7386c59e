import type { ReactNode } from 'react';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { ANSWERS_PATH } from '@/lib/appeals/paths';
import { getViewer } from '@/lib/auth/session';
import { CLAIMS_PATH } from '@/lib/claims/paths';
import { DIGESTS_PATH } from '@/lib/digests/paths';
import { IN_FORCE_PATH, logPath, PATTERNS_PATH, ROLES_PATH } from '@/lib/moderation/paths';
import { refuseAdministering } from '@/lib/moderation/policy';
import { ORGANIZATION_REQUESTS_PATH } from '@/lib/organizations/paths';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { WAITING_PATH } from '@/lib/submissions/paths';
import { Outcome } from './outcome';

const TABS = [
  { href: REPORTS_PATH, label: 'Reports' },
  { href: ANSWERS_PATH, label: 'Answers' },
  { href: CLAIMS_PATH, label: 'Claims' },
  { href: WAITING_PATH, label: 'Submissions' },
  { href: ORGANIZATION_REQUESTS_PATH, label: 'Organizations' },
  { href: PATTERNS_PATH, label: 'Patterns' },
  { href: IN_FORCE_PATH, label: 'In force' },
  { href: logPath(), label: 'Public log' },
];
const FOR_ADMINS = [
  { href: ROLES_PATH, label: 'Roles' },
  { href: DIGESTS_PATH, label: 'Mail' },
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
export async function DeskPage({ title, hint, at, done, error, children }: Props) {
  const viewer = await getViewer();
  const tabs = refuseAdministering(viewer) ? TABS : [...TABS, ...FOR_ADMINS];
  return (
    <PageShell>
      <nav
        aria-label="Moderation"
        className="mb-5 flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b"
      >
        {tabs.map(({ href, label }) => (
          <a
            key={href}
            href={href}
            aria-current={href === at ? 'page' : undefined}
            className="-mb-px shrink-0 border-transparent border-b-2 px-3 py-2 font-medium text-muted text-sm hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
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
