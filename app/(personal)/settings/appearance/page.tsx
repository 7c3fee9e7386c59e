import type { Metadata } from 'next';
import { SettingsPage } from '@/components/settings/settings-page';
import { ThemeForm } from '@/components/settings/theme-form';

export const metadata: Metadata = { title: 'Appearance', robots: { index: false } };

export default function AppearancePage() {
  return (
    <SettingsPage
      current="/settings/appearance"
      title="Appearance"
      hint="How the site looks in this browser."
    >
      <ThemeForm />
      <noscript>
        <p className="text-muted text-sm">
          Without scripts the site is light or dark as your system has it.
        </p>
      </noscript>
    </SettingsPage>
  );
}
