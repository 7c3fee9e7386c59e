import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-shell';
import { SettingsShell } from '@/components/settings/settings-shell';
import { ThemeForm } from '@/components/settings/theme-form';

export const metadata: Metadata = { title: 'Appearance', robots: { index: false } };

export default function AppearancePage() {
  return (
    <SettingsShell current="/settings/appearance">
      <PageHeading hint="How the site looks to you.">Appearance</PageHeading>
      <ThemeForm />
      <noscript>
        <p className="text-muted text-sm">
          Without scripts the site is light or dark as your system has it.
        </p>
      </noscript>
    </SettingsShell>
  );
}
