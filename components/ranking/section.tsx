import type { ReactNode } from 'react';

/** A section of the published ranking with an anchor of its own. */
export function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-9">
      <h2 id={id} className="scroll-mt-4 font-semibold text-lg">
        {title}
      </h2>
      <div className="mt-2 max-w-[42rem] space-y-3">{children}</div>
    </section>
  );
}

export const head = 'py-1 pr-4 text-left font-normal text-muted text-xs last:pr-0';
export const cell = 'py-1 pr-4 text-left align-top font-normal last:pr-0';
export const row = 'border-line border-t';
