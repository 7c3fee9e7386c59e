import { Button } from '@/components/ui/button';
import { Sure } from '@/components/ui/sure';
import { writePath } from '@/lib/comments/paths';
import { formPath } from '@/lib/registry/form-path';

export function OwnComment({ id, editable }: { id: number; editable: boolean }) {
  return (
    <div className="space-y-2 border-line border-t pt-4 text-sm">
      <p>
        You wrote this comment.{' '}
        {editable ? (
          <a href={writePath({ edit: id })} className="text-link">
            Edit this comment
          </a>
        ) : null}
      </p>
      <Sure label="Delete this comment" words="Its text is deleted permanently. Replies stay.">
        <form method="post" action={formPath('comments/deleteComment')}>
          <input type="hidden" name="commentId" value={id} />
          <Button type="submit" size="sm" variant="danger">
            Delete
          </Button>
        </form>
      </Sure>
    </div>
  );
}
