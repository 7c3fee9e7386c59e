'use client';

import { lazy, Suspense } from 'react';
import { Spinner } from '@/components/ui/spinner';
import { isSame, useDesk } from './comment-desk';
import type { Target } from './target';

export const loadForm = () =>
  import('./comment-form').then(({ CommentForm }) => ({ default: CommentForm }));
const CommentForm = lazy(loadForm);

/** Where a form opens. The editor is loaded on first use. */
export function FormSlot({ target }: { target: Target }) {
  const { open, writer } = useDesk();
  if (typeof writer === 'string' || !isSame(open, target)) return null;
  return (
    <Suspense fallback={<Spinner label="Loading the editor" />}>
      <CommentForm target={target} />
    </Suspense>
  );
}
