import type { ReactNode } from 'react';
import { Icon } from './icon';

type Props = {
  /** The line that opens it. */
  label: ReactNode;
  open?: boolean;
  /** A box around it, for what takes part in a page's layout while it is closed. */
  boxed?: boolean;
  className?: string;
  children: ReactNode;
};

/** What is there when it is wanted; the browser opens and closes it by itself. */
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
