'use client';

import { type SubmitEvent, useState } from 'react';
import { compactCount, plural } from '@/lib/base/plural';
import { formPath } from '@/lib/registry/form-path';
import { upvotedId, upvoteId } from '@/lib/votes/paths';
import { useHint } from '@/lib/web/hooks';
import { useVoting } from './use-voting';

type Props = {
  paperId: number;
  slug: string;
  /** Plain text, for screen readers. */
  title: string;
  /** The count rendered for everyone; the viewer's own changes are added on top. */
  upvotes: number;
  /** The paper's position on Trending, from 1; unset on other pages. */
  place?: number;
  /** `line` is a labeled button among others, `box` is the count beside a feed row. */
  shape?: 'box' | 'line';
};

const shapes = {
  box: 'h-12 w-11 flex-col gap-0.5 border-line text-muted',
  line: 'h-8 gap-2 border-line-strong px-3 font-medium text-sm',
};

/**
 * A paper's upvote count and the button that adds or removes the viewer's vote. It is a form that
 * works without scripts; a visitor signs in first, and the vote is cast afterwards. Without scripts
 * the page cannot know the viewer's vote, so the removing button shows only after voting, by the
 * fragment of the address that the form redirects to.
 */
export function UpvoteButton({ paperId, slug, title, upvotes, place, shape = 'box' }: Props) {
  const vote = useVoting({ paperId, upvotes, place });
  const scripted = useHint();
  const [said, setSaid] = useState('');

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (!vote.signedIn()) return;
    event.preventDefault();
    const upvoted = !vote.upvoted;
    const count = vote.upvotes + (upvoted ? 1 : -1);
    setSaid(`${upvoted ? 'Upvoted' : 'Upvote removed'}: ${plural(count, 'upvote')}`);
    vote.setUpvoted(upvoted);
  };

  return (
    <form method="post" action={formPath('votes/setUpvote')} onSubmit={submit} className="contents">
      <input type="hidden" name="paperId" value={paperId} />
      <input type="hidden" name="from" value={`/papers/${slug}`} />
      {place ? <input type="hidden" name="place" value={place} /> : null}
      <button
        type="submit"
        id={upvoteId(paperId)}
        name="upvoted"
        value="true"
        data-upvote={paperId}
        aria-pressed={vote.upvoted}
        title={vote.upvoted ? 'Remove your upvote' : 'Upvote'}
        className={`group flex shrink-0 select-none items-center justify-center rounded-md border bg-surface hover:border-accent hover:text-accent aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent ${shapes[shape]}`}
      >
        <svg viewBox="0 0 12 8" className="h-2 w-3" aria-hidden="true">
          <path
            d="M6 1 11 7H1z"
            className="fill-none stroke-current group-aria-pressed:fill-current"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
        </svg>
        <span className={shape === 'box' ? 'sr-only' : ''}>
          Upvote<span className="sr-only"> {title}, </span>
        </span>
        <span className="font-semibold text-sm tabular-nums leading-none">
          {compactCount(vote.upvotes)}
        </span>
        <span className="sr-only">{vote.upvotes === 1 ? ' upvote' : ' upvotes'}</span>
      </button>
      {scripted ? null : (
        <button
          type="submit"
          id={upvotedId(paperId)}
          name="upvoted"
          value="false"
          className="hidden text-link text-sm target:block"
        >
          Undo<span className="sr-only"> your upvote of {title}</span>
        </button>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </form>
  );
}
