'use client';

import { useSyncExternalStore } from 'react';
import { chooseTheme, chosenTheme, type Theme } from '@/components/layout/theme';
import { Choice, Choices } from '@/components/ui/choice';

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

/** Stored in this browser, since pages are the same for everyone. */
export function ThemeForm() {
  const theme = useSyncExternalStore(subscribe, chosenTheme, () => null);
  return (
    <div className="needs-script">
      <Choices legend="Theme in this browser">
        {CHOICES.map((choice) => (
          <Choice
            key={choice.value}
            type="radio"
            name="theme"
            checked={theme === choice.value}
            onChange={() => {
              chooseTheme(choice.value);
              window.dispatchEvent(new Event(EVENT));
            }}
            {...choice}
          />
        ))}
      </Choices>
    </div>
  );
}
