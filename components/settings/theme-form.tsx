'use client';

import { useSyncExternalStore } from 'react';
import { chooseTheme, chosenTheme, type Theme } from '@/components/layout/theme';

const CHOICES: { value: Theme; label: string; hint: string }[] = [
  { value: 'system', label: 'As the device', hint: 'Light or dark as your system has it.' },
  { value: 'light', label: 'Light', hint: 'Dark ink on a light page.' },
  { value: 'dark', label: 'Dark', hint: 'Light ink on a dark page.' },
];

const EVENT = 'papertide-theme';

function subscribe(changed: () => void) {
  window.addEventListener(EVENT, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(EVENT, changed);
    window.removeEventListener('storage', changed);
  };
}

/** Kept in this browser: pages are the same for everybody, so the site need not know. */
export function ThemeForm() {
  const theme = useSyncExternalStore(subscribe, chosenTheme, () => null);
  return (
    <fieldset className="needs-script space-y-3">
      <legend className="mb-2 font-medium text-sm">Theme in this browser</legend>
      {CHOICES.map(({ value, label, hint }) => (
        <div key={value} className="flex gap-3">
          <input
            type="radio"
            id={`theme-${value}`}
            name="theme"
            checked={theme === value}
            onChange={() => {
              chooseTheme(value);
              window.dispatchEvent(new Event(EVENT));
            }}
            aria-describedby={`theme-${value}-hint`}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <div>
            <label htmlFor={`theme-${value}`}>{label}</label>
            <p id={`theme-${value}-hint`} className="text-muted text-sm">
              {hint}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
