import type { ReactNode } from 'react';
import { Logo } from './logo';

type Props = {
  title: string;
  /** What would change it. */
  children?: ReactNode;
  /** Links that look like buttons. */
  actions?: ReactNode;
  role?: 'status';
};

/** Low tide: where a list has nothing in it, why, and where to go. */
export function Empty({ title, children, actions, role }: Props) {
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-10 text-center">
      <Logo className="mx-auto size-9 text-line-strong" />
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
