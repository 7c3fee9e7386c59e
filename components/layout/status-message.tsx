import type { ReactNode } from 'react';
import { Logo } from './logo';

type Props = {
  /** Heading: what happened. */
  title: string;
  /** Details, and what the user can do. */
  children: ReactNode;
  actions?: ReactNode;
};

/** Content of a page that cannot show what was requested. */
export function StatusMessage({ title, children, actions }: Props) {
  return (
    <div className="mx-auto max-w-md py-12 sm:py-20">
      <Logo className="size-10 text-accent" />
      <h1 className="mt-4 font-semibold font-title text-2xl">{title}</h1>
      <div className="mt-2 space-y-2 text-muted">{children}</div>
      {actions ? <div className="mt-6 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
