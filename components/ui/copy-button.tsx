'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from './button';

/** Copies `text` to the clipboard and confirms it for two seconds. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };

  return (
    <button
      type="button"
      onClick={copy}
      className={`needs-script ${buttonClass({ size: 'sm' })}`}
      aria-live="polite"
    >
      {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Select and copy by hand' : label}
    </button>
  );
}
