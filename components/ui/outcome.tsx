import type { ReactNode } from 'react';
import { Notice } from './notice';

type Props = {
  /** What went wrong. */
  error?: ReactNode;
  errorTitle?: string;
  /** The success message; optional if there is a `doneTitle`. */
  done?: ReactNode;
  doneTitle?: string;
};

/** The outcome of a form that redirected back to its page; renders nothing without one. */
export function Outcome({ error, errorTitle, done, doneTitle }: Props) {
  if (error) {
    return (
      <Notice kind="danger" role="alert" title={errorTitle}>
        {error}
      </Notice>
    );
  }
  return done || doneTitle ? (
    <Notice kind="success" role="status" title={doneTitle || undefined}>
      {done}
    </Notice>
  ) : null;
}
