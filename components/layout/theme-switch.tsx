'use client';

import { chooseTheme, chosenTheme, systemTheme } from './theme';

/** Toggles the theme. Toggling back to the system's theme clears the stored choice. */
function switchTheme() {
  const chosen = chosenTheme();
  const shown = chosen === 'system' ? systemTheme() : chosen;
  const next = shown === 'dark' ? 'light' : 'dark';
  chooseTheme(next === systemTheme() ? 'system' : next);
}

export function ThemeSwitch() {
  return (
    <button
      type="button"
      onClick={switchTheme}
      aria-label="Switch between light and dark"
      title="Switch between light and dark"
      className="needs-script grid size-9 max-[22.5rem]:hidden place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <svg viewBox="0 0 20 20" className="size-[1.125rem]" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
    </button>
  );
}
