'use client';

import { useEffect, useEffectEvent } from 'react';
import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { seenPlace } from '@/lib/views/seen-places';
import { useUpvote } from '@/lib/votes/hooks';
import { upvotedId } from '@/lib/votes/paths';
import { hasHint } from '@/lib/web/hint';

type Paper = { paperId: number; upvotes: number; place?: number };

/**
 * Returns a paper's vote state. A refused vote is reported, or leads to sign-in if that is missing.
 */
export function useVoting({ paperId, upvotes, place }: Paper) {
  const refused = ({ reason, message, retryAfter }: Refusal) => {
    // Submit the form: the server stores the vote and redirects to the page required first.
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
    // The fragment means that a form without scripts cast a vote; the overlay says if it still
    // counts.
    if (!upvoted || location.hash !== `#${upvotedId(paperId)}`) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    arrived();
  }, [upvoted, paperId]);

  return { ...vote, signedIn: hasHint };
}

/** Finds the form by attribute, not id: Next keeps previous pages in the document, hidden. */
function sendForm(paperId: number): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(`[data-upvote="${paperId}"]`);
  const button = [...buttons].find((each) => each.checkVisibility());
  if (!button?.form) return;
  const upvoted = document.createElement('input');
  const value = button.getAttribute('aria-pressed') ?? 'true';
  Object.assign(upvoted, { type: 'hidden', name: 'upvoted', value });
  button.form.append(upvoted);
  // Not requestSubmit, whose submit handler would cast the vote by script again.
  button.form.submit();
}
