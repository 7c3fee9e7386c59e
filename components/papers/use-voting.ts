'use client';

import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { seenPlace } from '@/lib/views/seen-places';
import { useUpvote } from '@/lib/votes/hooks';
import { rememberVote } from '@/lib/votes/remembered';
import { hasHint } from '@/lib/web/hint';

/** A paper's upvotes for a component: what cannot be done is said, or leads to where it can be. */
export function useVoting(paper: {
  paperId: number;
  slug: string;
  upvotes: number;
  place?: number;
}) {
  const { paperId, slug, upvotes, place } = paper;
  const from = encodeURIComponent(`/papers/${slug}`);

  const refused = ({ reason, message, retryAfter }: Refusal) => {
    if (reason === 'signed_out' || reason === 'needs_handle') {
      rememberVote(paperId);
      window.location.assign(`/${reason === 'signed_out' ? 'sign-in' : 'welcome'}?from=${from}`);
      return;
    }
    const wait = retryAfter && `You are voting fast. Vote again in ${Math.ceil(retryAfter)} s.`;
    toast('error', wait || (message ?? REASONS[reason].words));
  };

  return {
    ...useUpvote({ id: paperId, upvotes, place: place ?? seenPlace(paperId) }, refused),
    /** True when nobody is signed in here: the vote is then remembered for afterwards. */
    signInFirst: (): boolean => {
      if (hasHint()) return false;
      rememberVote(paperId);
      return true;
    },
  };
}
