'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast';
import { writePath } from '@/lib/comments/paths';
import { useViewer } from '@/lib/web/hooks';
import { NEW_COMMENT_ID, useDesk } from './comment-desk';
import { adoptGuestDraft, draftPlace, readDraft } from './draft';
import { FormSlot, loadForm } from './form-slot';
import { GuestComment } from './guest-comment';

/** Opens the form for a new thread. What a visitor writes there is kept until they have signed in. */
export function NewComment() {
  const { paperId, slug, locked, writer, open, setOpen } = useDesk();
  const { loading } = useViewer();
  const handle = typeof writer === 'string' ? null : writer.handle;
  const [hasDraft, setHasDraft] = useState(false);
  useEffect(() => {
    if (!handle || !adoptGuestDraft(handle, paperId)) return;
    setOpen({ kind: 'new' });
    toast('message', 'Your comment is still here. It is not posted yet.');
  }, [handle, paperId, setOpen]);
  useEffect(() => {
    const place = handle && draftPlace(handle, paperId, { kind: 'new' });
    setHasDraft(open === null && !!place && readDraft(place) !== null);
  }, [handle, paperId, open]);

  if (locked) return null;
  if (writer === 'banned') {
    return <p className="text-muted text-sm">This account can’t comment.</p>;
  }
  if (handle === null && open?.kind === 'new') {
    return loading ? <Spinner label="Loading the editor" /> : <GuestComment />;
  }
  if (open?.kind === 'new') return <FormSlot target={{ kind: 'new' }} />;
  return (
    <>
      <button
        type="button"
        id={NEW_COMMENT_ID}
        className="needs-script h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-left text-muted hover:border-accent"
        onPointerEnter={handle === null ? undefined : loadForm}
        onFocus={handle === null ? undefined : loadForm}
        onClick={() => setOpen({ kind: 'new' })}
      >
        {hasDraft ? 'Continue your draft…' : 'Write a comment…'}
      </button>
      <noscript>
        <a href={writePath({ paper: slug })} rel="nofollow" className={buttonClass()}>
          Write a comment
        </a>
      </noscript>
    </>
  );
}
