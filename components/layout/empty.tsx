import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** How to get content here. */
  children?: ReactNode;
  /** Links styled as buttons. */
  actions?: ReactNode;
  role?: 'status';
};

/** An empty list: why it is empty and where to go. */
export function Empty({ title, children, actions, role }: Props) {
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-10 text-center">
      <LowTide />
      <p role={role} className="mt-3 font-semibold">
        {title}
      </p>
      {children ? (
        <p className="mx-auto mt-1 max-w-sm text-pretty text-muted text-sm">{children}</p>
      ) : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

/** Illustration: a sheet of paper on the sand at low tide. */
function LowTide() {
  return (
    <svg viewBox="0 0 120 64" className="mx-auto h-16 w-30 text-accent" aria-hidden="true">
      <circle cx="92" cy="16" r="8" fill="currentColor" fillOpacity=".22" />
      <path
        d="m50 16 16-4 7 6 5 20-22 6z"
        className="fill-surface stroke-line-strong"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path
        d="m57 23 12-3m-10.500 9 13-3.250M60 35l8-2"
        className="stroke-line-strong"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <path fill="currentColor" fillOpacity=".16" d="M0 46q15-8 30 0t30 0 30 0 30 0v18H0z" />
      <path fill="currentColor" fillOpacity=".28" d="M0 54q20-7 40 0t40 0 40 0v10H0z" />
    </svg>
  );
}
