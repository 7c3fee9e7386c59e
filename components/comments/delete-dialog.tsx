'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { deleteCommentAction } from '@/lib/comments/actions';
import { callAction } from '@/lib/web/updates/call-action';
import { refusalWords } from './refusal-words';

type Props = { commentId: number; onClose: () => void };

export function DeleteDialog({ commentId, onClose }: Props) {
  const remove = async () => {
    const result = await callAction(() => deleteCommentAction({ commentId }));
    if (result.ok) toast('success', 'Comment deleted.');
    else toast('error', refusalWords(result));
  };
  return (
    <ConfirmDialog
      title="Delete this comment?"
      confirm="Delete"
      danger
      onConfirm={remove}
      onClose={onClose}
    >
      Its text is deleted permanently. Replies stay.
    </ConfirmDialog>
  );
}
