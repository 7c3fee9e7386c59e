import type { ReactNode } from 'react';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { DeskNav } from './desk-nav';
import { Outcome } from './outcome';

type Props = {
  title: string;
  hint?: ReactNode;
  /** The tab that this page is, if any. */
  at?: string;
  done: string;
  error: string;
  children: ReactNode;
};

/** The frame of a page that only moderators get. */
export function DeskPage({ title, hint, at, done, error, children }: Props) {
  return (
    <PageShell>
      <DeskNav at={at} />
      <PageHeading hint={hint}>{title}</PageHeading>
      <Outcome done={done} error={error} />
      {children}
    </PageShell>
  );
}
