import type { ReactNode } from 'react';

type Props = { label: string; words: string; children: ReactNode };

/** Confirms an irreversible action without scripts, by unfolding its button. */
export function Sure({ label, words, children }: Props) {
  return (
    <details>
      <summary className="inline-flex min-h-8 items-center font-medium text-danger text-sm hover:underline">
        {label}
      </summary>
      <div className="mt-2 flex flex-wrap items-center gap-3 rounded-md border border-danger/40 bg-danger-soft px-3.5 py-2.5 text-sm">
        <p className="min-w-0 grow">{words}</p>
        {children}
      </div>
    </details>
  );
}
