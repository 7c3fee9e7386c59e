'use client';

import { lazy, Suspense, useState } from 'react';
import { useDesk } from './comment-desk';
import { FormSlot, loadForm } from './form-slot';

const DeleteDialog = lazy(() =>
  import('./delete-dialog').then(({ DeleteDialog }) => ({ default: DeleteDialog })),
);

const control =
  'rounded-sm py-0.5 text-muted text-sm underline-offset-4 hover:text-accent hover:underline';

type Props = { commentId: number; author: string | null };

/** Answer, and for one's own: edit and delete. */
export function CommentControls({ commentId, author }: Props) {
  const { writer, signInPath, setOpen } = useDesk();
  const [deleting, setDeleting] = useState(false);
  if (writer === 'banned') return null;
  if (typeof writer === 'string') {
    return (
      <a href={signInPath} rel="nofollow" className={control}>
        Reply
      </a>
    );
  }
  const button = (words: string, onClick: () => void) => (
    <button type="button" className={control} onPointerEnter={loadForm} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <>
      <div className="flex gap-4">
        {button('Reply', () => setOpen({ kind: 'reply', commentId }))}
        {author?.toLowerCase() === writer.handle.toLowerCase() ? (
          <>
            {button('Edit', () => setOpen({ kind: 'edit', commentId }))}
            {button('Delete', () => setDeleting(true))}
          </>
        ) : null}
      </div>
      <FormSlot target={{ kind: 'reply', commentId }} />
      <FormSlot target={{ kind: 'edit', commentId }} />
      {deleting ? (
        <Suspense>
          <DeleteDialog commentId={commentId} onClose={() => setDeleting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
