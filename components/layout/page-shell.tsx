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

/** The classes of a page's own heading. */
export const pageTitle =
  'font-semibold text-xl tracking-tight [overflow-wrap:anywhere] sm:text-2xl sm:leading-8';

/**
 * A page's heading, with an optional picture before it and actions beside it; where they do not fit
 * beside it, they follow its hint.
 */
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
      <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-48">
          <h1 className={pageTitle}>{children}</h1>
          {hint ? <p className="mt-0.5 max-w-2xl text-pretty text-muted text-sm">{hint}</p> : null}
        </div>
        {aside ? <div className="screen-only flex shrink-0 items-center gap-2">{aside}</div> : null}
      </div>
    </div>
  );
}
