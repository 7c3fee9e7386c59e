import type { SubmitEvent } from 'react';
import { plural } from '@/lib/base/plural';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  commentId: number;
  /** Page to return to. */
  from: string;
  count: number;
  upvoted: boolean;
  /** The comment's author, for screen readers. */
  writer: string | null;
  /** Null if the viewer cannot upvote by script. */
  onChange: ((upvoted: boolean) => void) | null;
  /** Whether to submit as a plain form: without scripts, and for visitors. */
  asForm: boolean;
};

const look =
  'inline-flex min-h-7 items-center gap-1.5 rounded-sm text-muted text-sm tabular-nums hover:text-accent aria-pressed:font-medium aria-pressed:text-accent';

/** A comment's upvote count and the upvote button. */
export function CommentUpvote(props: Props) {
  const { commentId, from, count, upvoted, writer, onChange, asForm } = props;
  const content = (
    <>
      <svg viewBox="0 0 12 8" className="h-2 w-3" aria-hidden="true">
        <path
          d="M6 1 11 7H1z"
          className={upvoted ? 'fill-current stroke-current' : 'fill-none stroke-current'}
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
      <span className="sr-only">Upvote the comment by {writer ?? 'a deleted user'}, </span>
      {count}
      <span className="sr-only">{count === 1 ? ' upvote' : ' upvotes'}</span>
    </>
  );
  if (!onChange && !asForm) {
    return (
      <span className="inline-flex min-h-7 items-center gap-1.5 text-muted text-sm tabular-nums">
        {plural(count, 'upvote')}
      </span>
    );
  }
  // One form and button for every viewer, so that a press during hydration keeps its target.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (!onChange) return;
    event.preventDefault();
    onChange(!upvoted);
  };
  return (
    <form
      method="post"
      action={formPath('reactions/upvoteComment')}
      onSubmit={submit}
      className="contents"
    >
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="from" value={from} />
      <button
        type="submit"
        name="upvoted"
        value="true"
        aria-pressed={onChange ? upvoted : undefined}
        className={look}
      >
        {content}
      </button>
    </form>
  );
}
