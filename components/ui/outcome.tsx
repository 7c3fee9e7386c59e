import type { ReactNode } from 'react';
import { Notice } from './notice';

type Props = {
  /** What went wrong, in words. */
  error?: ReactNode;
  /** What was done. */
  done?: ReactNode;
};

/** What became of a form that led back to its page; nothing where none was sent. */
export function Outcome({ error, done }: Props) {
  if (error) {
    return (
      <Notice kind="danger" role="alert">
        {error}
      </Notice>
    );
  }
  return done ? (
    <Notice kind="success" role="status">
      {done}
    </Notice>
  ) : null;
}
