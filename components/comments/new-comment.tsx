'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { writePath } from '@/lib/comments/paths';
import { NEW_COMMENT_ID, useDesk } from './comment-desk';
import { draftPlace, readDraft } from './draft';
import { FormSlot, loadForm } from './form-slot';

/** Opens the form for a new thread; sends visitors to sign-in. */
export function NewComment() {
  const { paperId, slug, locked, writer, signInPath, open, setOpen } = useDesk();
  const handle = typeof writer === 'string' ? null : writer.handle;
  const [hasDraft, setHasDraft] = useState(false);
  useEffect(() => {
    const place = handle && draftPlace(handle, paperId, { kind: 'new' });
    setHasDraft(open === null && !!place && readDraft(place) !== null);
  }, [handle, paperId, open]);

  if (locked) return null;
  if (writer === 'banned') {
    return <p className="text-muted text-sm">This account may not comment.</p>;
  }
  if (handle === null) {
    return (
      <>
        <a href={signInPath} rel="nofollow" className={buttonClass()}>
          {writer === 'needs-handle' ? 'Choose a handle to comment' : 'Sign in to comment'}
        </a>
        <noscript>
          <a href={writePath({ paper: slug })} rel="nofollow" className={`ml-3 ${buttonClass()}`}>
            Write a comment
          </a>
        </noscript>
      </>
    );
  }
  if (open?.kind === 'new') return <FormSlot target={{ kind: 'new' }} />;
  return (
    <button
      type="button"
      id={NEW_COMMENT_ID}
      className="h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-left text-muted hover:border-accent"
      onPointerEnter={loadForm}
      onFocus={loadForm}
      onClick={() => setOpen({ kind: 'new' })}
    >
      {hasDraft ? 'Go on with your draft…' : 'Write a comment…'}
    </button>
  );
}
