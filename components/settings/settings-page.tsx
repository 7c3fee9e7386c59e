import type { ReactNode } from 'react';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { SettingsShell } from './settings-shell';

type Props = {
  /** Path of the section that the page belongs to. */
  current: string;
  title: string;
  hint?: ReactNode;
  viewer?: { handle: string | null } | null;
  /** Purpose of signing in, as in "to change your address". */
  purpose?: string;
  /** Content for signed-in users; everyone else sees how to sign in instead. */
  children: ReactNode;
};

/** A section of the settings, or how to sign in to see it. */
export function SettingsPage({ current, title, hint, viewer = null, purpose, children }: Props) {
  return (
    <SettingsShell current={current}>
      <PageHeading hint={hint}>{title}</PageHeading>
      <div className="space-y-6">
        {children ??
          (purpose ? <MemberFirst viewer={viewer} from={current} purpose={purpose} /> : null)}
      </div>
    </SettingsShell>
  );
}
