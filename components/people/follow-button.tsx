'use client';

import type { SubmitEvent } from 'react';
import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { useFollow } from '@/lib/follows/hooks';
import type { FollowKind } from '@/lib/follows/types';
import { formPath } from '@/lib/registry/form-path';
import { hasHint } from '@/lib/web/hint';

type Props = {
  kind: FollowKind;
  /** A category, an author's name, an organization's slug, or a user's handle. */
  value: string;
  /** Name of the target, for screen readers. */
  label: string;
  /** Page to return to after sign-in. */
  from: string;
  /** Set on pages rendered for one viewer; unset on shared pages. */
  followed?: boolean;
};

/**
 * Follows or unfollows. It is a form, so that it works before hydration and without scripts;
 * visitors are sent to sign-in and back.
 */
export function FollowButton({ kind, value, label, from, followed = false }: Props) {
  const refused = ({ reason, message }: Refusal) => {
    if (reason === 'signed_out' || reason === 'needs_handle') {
      const page = reason === 'signed_out' ? 'sign-in' : 'welcome';
      window.location.assign(`/${page}?from=${encodeURIComponent(from)}`);
    } else toast('error', message ?? REASONS[reason].words);
  };
  const follow = useFollow({ kind, value }, refused, followed);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (!hasHint()) return;
    event.preventDefault();
    if (!follow.busy) follow.setFollowing(!follow.following);
  };

  return (
    <form
      method="post"
      action={formPath('follows/setFollow')}
      onSubmit={submit}
      className="contents"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="value" value={value} />
      <input type="hidden" name="following" value={String(!follow.following)} />
      <input type="hidden" name="from" value={from} />
      <button
        type="submit"
        aria-pressed={follow.following}
        className="group inline-flex h-8 shrink-0 items-center justify-center whitespace-nowrap rounded-md border border-line-strong bg-surface px-3 font-medium text-sm hover:border-accent hover:text-accent aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
      >
        {/* `aria-pressed` conveys the state, so the accessible name stays the same. */}
        <span aria-hidden="true">{follow.following ? 'Following' : 'Follow'}</span>
        <span className="sr-only">Follow {label}</span>
      </button>
    </form>
  );
}
