'use client';

import { MAIL_LINE_KEY } from '@/components/layout/theme-script';

/** Closes the line permanently in this browser. */
function close() {
  document.documentElement.dataset.mail = 'off';
  try {
    localStorage.setItem(MAIL_LINE_KEY, 'closed');
  } catch {
    // Storage may be blocked: the line then stays closed until the next page load.
  }
}

export function CloseMailLine() {
  return (
    <button
      type="button"
      onClick={close}
      aria-label="Close"
      title="Close"
      className="needs-script absolute top-1 right-1.5 grid size-8 place-items-center rounded-md sm:inset-y-0 sm:my-auto text-muted hover:bg-sunken hover:text-ink"
    >
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
        <path
          d="m4 4 8 8m0-8-8 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </svg>
    </button>
  );
}
