type Props = {
  count: number;
  upvoted: boolean;
  /** Whose comment it is, for those who hear the page. */
  writer: string | null;
  /** Null: this reader cannot upvote it. */
  onChange: ((upvoted: boolean) => void) | null;
  signInPath: string | null;
};

const look =
  'inline-flex min-h-7 items-center gap-1.5 rounded-sm text-muted text-sm tabular-nums hover:text-accent aria-pressed:font-medium aria-pressed:text-accent';

/** How many found a comment worth reading, and the button to be one of them. */
export function CommentUpvote({ count, upvoted, writer, onChange, signInPath }: Props) {
  const words = (
    <>
      <svg viewBox="0 0 12 8" className="h-2 w-3" aria-hidden="true">
        <path
          d="M6 1 11 7H1z"
          className={upvoted ? 'fill-current stroke-current' : 'fill-none stroke-current'}
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
      <span className="sr-only">Upvote the comment by {writer ?? 'a former reader'}, </span>
      {count}
      <span className="sr-only">{count === 1 ? ' upvote' : ' upvotes'}</span>
    </>
  );
  if (signInPath) {
    return (
      <a href={signInPath} rel="nofollow" className={look}>
        {words}
      </a>
    );
  }
  if (!onChange) {
    return (
      <span className="inline-flex min-h-7 items-center gap-1.5 text-muted text-sm tabular-nums">
        {count === 1 ? '1 upvote' : `${count} upvotes`}
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={upvoted}
      className={look}
      onClick={() => onChange(!upvoted)}
    >
      {words}
    </button>
  );
}
