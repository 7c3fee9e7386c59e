import { randomUUID } from 'node:crypto';
import { Button } from '@/components/ui/button';
import { Field, Select, Textarea } from '@/components/ui/field';
import { KIND_NAMES, KINDS } from '@/lib/comments/kinds';
import { MAX_CODE_POINTS } from '@/lib/markup/limits';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  paperId: number;
  /** The comment that is replied to or edited. */
  comment: { id: number; markdown: string; revision: number } | null;
  editing: boolean;
};

/** The comment editor as a plain form. Submitting it twice posts one comment. */
export function PlainForm({ paperId, comment, editing }: Props) {
  const hidden: Record<string, string | number> = editing
    ? { commentId: comment?.id ?? '', revision: comment?.revision ?? 0 }
    : { paperId, clientKey: randomUUID(), ...(comment && { parentId: comment.id }) };
  return (
    <form
      method="post"
      action={editing ? formPath('comments/editComment') : formPath('comments/postComment')}
      className="space-y-4"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        id="markdown"
        label={editing ? 'Your comment' : comment ? 'Your reply' : 'Your comment'}
        hint={`Markdown, and math between dollars; at most ${MAX_CODE_POINTS.toLocaleString('en')} characters.`}
      >
        {(control) => (
          <Textarea
            {...control}
            name="markdown"
            rows={10}
            dir="auto"
            required
            defaultValue={editing ? comment?.markdown : ''}
          />
        )}
      </Field>
      {comment ? null : (
        <label className="flex items-center gap-2 text-sm">
          This is
          <Select small name="kind" defaultValue="">
            <option value="">just a comment</option>
            {KIND_NAMES.map((name) => (
              <option key={name} value={name}>
                a {KINDS[name].label.toLowerCase()}
              </option>
            ))}
          </Select>
        </label>
      )}
      <Button type="submit" variant="primary">
        {editing ? 'Save' : comment ? 'Reply' : 'Comment'}
      </Button>
    </form>
  );
}
