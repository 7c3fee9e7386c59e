import type { NotificationRow } from '@/db/queries/notifications';
import { APPEALS_PATH, casePath } from '@/lib/appeals/paths';
import { CLAIMS_PATH } from '@/lib/claims/paths';
import { collectionPath } from '@/lib/collections/paths';
import { commentPath } from '@/lib/comments/paths';
import { ORGANIZATION_REQUESTS_PATH, organizationPath } from '@/lib/organizations/paths';
import { paperPath } from '@/lib/papers/paths';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { WAITING_PATH } from '@/lib/submissions/paths';
import { NOTIFICATIONS_PATH } from './paths';

/** The page of each moderators' queue. */
const DESK: Record<string, string> = {
  reports: REPORTS_PATH,
  claims: CLAIMS_PATH,
  appeals: APPEALS_PATH,
  submissions: WAITING_PATH,
  organizations: ORGANIZATION_REQUESTS_PATH,
};

type Place = (row: NotificationRow) => string | null;

const paper: Place = ({ slug }) => slug && paperPath(slug);

/**
 * Acts of moderation with an accessible subject. All others link to the log entry, with its reason
 * and the form to appeal.
 */
const PLACES: ReadonlyMap<string | null, Place> = new Map([
  ['restore_comment', ({ shownComment }) => shownComment && commentPath(shownComment)],
  ['restore_collection', ({ collectionKey }) => collectionKey && collectionPath(collectionKey)],
  ['restore_paper', paper],
  ['restore_votes', paper],
  ['verify_claim', paper],
  ['contest_upheld', paper],
  ['contest_kept', paper],
  ['approve_submission', paper],
  ['grant_organization', ({ organization }) => organization && organizationPath(organization)],
] as [string, Place][]);

/** Returns the path of a notification's subject. */
export function leadsTo(row: NotificationRow): string {
  const { kind, detail, logId, commentId, slug } = row;
  if (kind === 'desk') return DESK[detail ?? ''] ?? REPORTS_PATH;
  if (logId) return PLACES.get(detail)?.(row) ?? casePath(logId);
  if (commentId) return commentPath(commentId);
  return slug ? paperPath(slug) : NOTIFICATIONS_PATH;
}
