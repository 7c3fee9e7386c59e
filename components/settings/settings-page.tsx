import type { ReactNode } from 'react';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { SettingsShell } from './settings-shell';

type Props = {
  /** The address of the section that it is, or is a part of. */
  current: string;
  title: string;
  hint?: ReactNode;
  viewer?: { handle: string | null } | null;
  /** What one signs in for, after "to". */
  purpose?: string;
  /** Nothing for whom the page is not for yet: then it says how to get in. */
  children: ReactNode;
};

/** A section of the settings: its heading, and what it holds or how to get to that. */
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
