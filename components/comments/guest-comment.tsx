'use client';

import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/field';
import { useDesk } from './comment-desk';
import { keepGuestDraft, readGuestDraft } from './draft';

/**
 * Where a visitor writes: the text stays in this browser and is in the form after signing in. The
 * field has no name, so the text is not part of the address that the form leads to.
 */
export function GuestComment() {
  const { paperId, signInPath, writer, close } = useDesk();
  const [text, setText] = useState('');
  const id = useId();
  const [action, from] = signInPath.split('?from=');
  useEffect(() => setText(readGuestDraft(paperId)?.text ?? ''), [paperId]);

  return (
    <form method="get" action={action} className="mb-4">
      <input type="hidden" name="from" value={decodeURIComponent(from ?? '')} />
      <Textarea
        rows={5}
        dir="auto"
        className="max-h-[60vh] [field-sizing:content] min-h-28"
        aria-label="Your comment"
        aria-describedby={id}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          keepGuestDraft(paperId, event.target.value);
        }}
      />
      <p id={id} className="mt-1 text-muted text-sm">
        Your comment stays in this browser. You can post it after signing in.
      </p>
      <div className="mt-2 flex gap-2">
        <Button type="submit" size="sm" variant="primary">
          {writer === 'needs-handle' ? 'Choose a handle to comment' : 'Sign in to comment'}
        </Button>
        <Button size="sm" variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
