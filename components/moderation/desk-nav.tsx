import { FeedTabs } from '@/components/papers/feed-tabs';
import { APPEALS_PATH } from '@/lib/appeals/paths';
import { CLAIMS_PATH } from '@/lib/claims/paths';
import { DIGESTS_PATH } from '@/lib/digests/paths';
import { IN_FORCE_PATH, logPath, PATTERNS_PATH, ROLES_PATH } from '@/lib/moderation/paths';
import { refuseAdministering } from '@/lib/moderation/policy';
import { OPERATIONS_PATH } from '@/lib/operations/paths';
import { ORGANIZATION_REQUESTS_PATH } from '@/lib/organizations/paths';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { WAITING_PATH } from '@/lib/submissions/paths';
import { getViewer } from '@/lib/web/session';

const TABS = [
  { href: REPORTS_PATH, label: 'Reports' },
  { href: APPEALS_PATH, label: 'Appeals' },
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
  { href: OPERATIONS_PATH, label: 'Operations' },
];

/** Navigation between the moderation pages. `at` is the current one, if any. */
export async function DeskNav({ at }: { at?: string }) {
  const tabs = refuseAdministering(await getViewer()) ? TABS : [...TABS, ...FOR_ADMINS];
  return (
    <div className="mb-5 border-line border-b pb-3">
      <FeedTabs
        label="Moderation"
        tabs={tabs.map((tab) => ({ ...tab, current: tab.href === at }))}
      />
    </div>
  );
}
