import type { ReactNode } from 'react';
import { Icon } from './icon';

type Props = {
  /** The line that toggles it. */
  label: ReactNode;
  open?: boolean;
  /** Wraps it in a box, for layouts it is part of while closed. */
  boxed?: boolean;
  className?: string;
  children: ReactNode;
};

/** Collapsible content; the browser opens and closes it without scripts. */
export function Fold({ label, open, boxed = false, className = '', children }: Props) {
  return (
    <details
      open={open}
      className={`${boxed ? 'rounded-lg border border-line bg-surface' : ''} ${className}`}
    >
      <summary
        className={`items-center gap-1 font-medium text-muted text-sm hover:text-ink ${
          boxed ? 'flex min-h-10 justify-between px-4' : 'inline-flex min-h-8'
        }`}
      >
        {label}
        <Icon name="down" className="size-4 [details[open]>summary>&]:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
