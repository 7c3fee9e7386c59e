'use client';

import { useEffect, useEffectEvent } from 'react';
import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { seenPlace } from '@/lib/views/seen-places';
import { useUpvote } from '@/lib/votes/hooks';
import { upvotedId } from '@/lib/votes/paths';
import { hasHint } from '@/lib/web/hint';

type Paper = { paperId: number; upvotes: number; place?: number };

/** A paper's upvotes for a component. A refused vote is reported, or leads to where it can be cast. */
export function useVoting({ paperId, upvotes, place }: Paper) {
  const refused = ({ reason, message, retryAfter }: Refusal) => {
    // The form itself: the server keeps the vote and leads to the page that must come first.
    if (reason === 'signed_out' || reason === 'needs_handle') return sendForm(paperId);
    const wait = retryAfter && `You are voting fast. Vote again in ${Math.ceil(retryAfter)} s.`;
    toast('error', wait || (message ?? REASONS[reason].words));
  };
  const vote = useUpvote({ id: paperId, upvotes, place: place ?? seenPlace(paperId) }, refused);

  const arrived = useEffectEvent(() => {
    const undo = { label: 'Undo', onClick: () => vote.setUpvoted(false) };
    toast('success', 'Upvoted.', undo);
  });
  const { upvoted } = vote;
  useEffect(() => {
    // The address says that a vote was just cast without a script; the overlay, whether it is there.
    if (!upvoted || location.hash !== `#${upvotedId(paperId)}`) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    arrived();
  }, [upvoted, paperId]);

  return { ...vote, signedIn: hasHint };
}

/** By an attribute and not an id: pages that were left stay in the document, hidden. */
function sendForm(paperId: number): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(`[data-upvote="${paperId}"]`);
  const button = [...buttons].find((each) => each.checkVisibility());
  if (!button?.form) return;
  const upvoted = document.createElement('input');
  const value = button.getAttribute('aria-pressed') ?? 'true';
  Object.assign(upvoted, { type: 'hidden', name: 'upvoted', value });
  button.form.append(upvoted);
  // Not requestSubmit: the handler would cast the vote by script again.
  button.form.submit();
}
