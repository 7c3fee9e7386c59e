import type { Metadata } from 'next';
import { GrantForm, StaffList } from '@/components/moderation/staff';
import { getStaff } from '@/lib/moderation/data';
import { ROLES_PATH } from '@/lib/moderation/paths';
import { refuseAdministering } from '@/lib/moderation/policy';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Roles', robots: { index: false } };

export default async function RolesPage({ searchParams }: PageProps<'/moderation/roles'>) {
  const viewer = await getViewer();
  // proxy.ts has returned 404 to everyone else; the page checks again as defense in depth.
  if (!viewer || refuseAdministering(viewer)) return null;
  const params = await searchParams;
  const staff = await getStaff();
  return (
    <DeskPage
      title="Roles"
      hint="Who moderates, and who gives roles. Every change appears in the public log."
      at={ROLES_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      <StaffList staff={staff} own={viewer.handle} />
      <GrantForm reason={param(params, 'reason')} />
    </DeskPage>
  );
}
