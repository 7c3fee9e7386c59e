'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useRead } from '@/lib/reads/hooks';
import { changeWords, READ_WORDS } from '@/lib/reads/messages';

/** Marks the opened paper as read, once, and lets a signed-in user change that. */
export function ReadControl({ paperId }: { paperId: number }) {
  const { read, setRead } = useRead(paperId);
  const opened = useRef(false);
  const known = read !== null;
  const open = useEffectEvent(() => {
    if (!known || opened.current) return;
    opened.current = true;
    // If this fails, the paper stays unread.
    if (!read) void setRead(true);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the overlay has arrived
  useEffect(() => open(), [known]);
  if (!known) return null;
  const change = async () => {
    if (!(await setRead(!read))) toast('error', READ_WORDS.failed);
  };
  return (
    <button
      type="button"
      onClick={change}
      className="inline-flex min-h-7 items-center gap-2 text-muted quiet-link"
    >
      <Icon name="check" />
      {changeWords(read === true)}
    </button>
  );
}
