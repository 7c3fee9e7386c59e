'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { forgetVote, isRemembered } from '@/lib/votes/remembered';
import { useViewer } from '@/lib/web/hooks';
import { focusUpvote } from './upvote-button';
import { useVoting } from './use-voting';

type Props = { paperId: number; slug: string; upvotes: number };

/** After signing in: the vote that was wanted before, cast by one visible click or dropped. */
export function PendingVote({ paperId, slug, upvotes }: Props) {
  const { viewer, needsHandle } = useViewer();
  const vote = useVoting({ paperId, slug, upvotes });
  const [remembered, setRemembered] = useState(false);

  useEffect(() => setRemembered(isRemembered(paperId)), [paperId]);

  const { upvoted } = vote;
  useEffect(() => {
    if (remembered && upvoted) forgetVote();
  }, [remembered, upvoted]);

  if (!remembered || !viewer || needsHandle || upvoted) return null;

  const close = () => {
    forgetVote();
    setRemembered(false);
    focusUpvote(paperId);
  };
  return (
    <section
      aria-label="Your upvote"
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-accent/40 bg-accent-soft px-3.5 py-2.5 text-sm"
    >
      <p role="status" className="grow">
        You wanted to upvote this paper.
      </p>
      <div className="flex gap-2">
        <Button
          size="sm"
          variant="primary"
          onClick={() => {
            vote.setUpvoted(true);
            close();
          }}
        >
          Upvote
        </Button>
        <Button size="sm" onClick={close}>
          No
        </Button>
      </div>
    </section>
  );
}
