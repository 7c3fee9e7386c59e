import type { ReactNode } from 'react';
import { Arrival } from './arrival';
import { CONTENT_ID } from './skip-link';

type Props = {
  children: ReactNode;
  /** The header entry to mark as current. */
  nav?: 'trending' | 'new' | 'top' | 'topics' | 'submit' | 'search';
  /** `form` is narrower. */
  width?: 'page' | 'form';
};

/** The main landmark of a page, between header and footer. */
export function PageShell({ children, nav, width = 'page' }: Props) {
  return (
    <main
      id={CONTENT_ID}
      tabIndex={-1}
      data-nav={nav}
      className={`mx-auto w-full grow px-4 py-6 focus:outline-none sm:py-8 ${
        width === 'form' ? 'max-w-md' : 'max-w-5xl'
      }`}
    >
      <Arrival />
      {children}
    </main>
  );
}

/** A page's heading, with an optional picture before it and actions beside it. */
export function PageHeading({
  children,
  picture,
  hint,
  aside,
}: {
  children: ReactNode;
  /** Shown before the heading. */
  picture?: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="mb-4 flex items-start gap-x-3">
      {picture}
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <h1 className="min-w-0 grow basis-48 font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">
            {children}
          </h1>
          {aside ? <div className="-my-0.5 flex shrink-0 items-center gap-2">{aside}</div> : null}
        </div>
        {hint ? <p className="mt-0.5 max-w-2xl text-pretty text-muted text-sm">{hint}</p> : null}
      </div>
    </div>
  );
}
