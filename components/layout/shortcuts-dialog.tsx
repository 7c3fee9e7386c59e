'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SHORTCUTS, type Shortcut, setShortcuts, shortcutsOn } from './shortcuts';

const WORDS: Record<Shortcut, string> = {
  next: 'Next paper',
  previous: 'Previous paper',
  open: 'Open the paper',
  upvote: 'Upvote, or take it back',
  save: 'Save to your collections',
  hide: 'Hide the paper',
  search: 'Search',
  help: 'These shortcuts',
};

/** Lists the shortcuts and turns them on and off. Opens when mounted. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(shortcutsOn);
  const titleId = useId();

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-5 text-ink text-sm shadow-xl backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <h2 id={titleId} className="font-semibold text-base">
        Keyboard shortcuts
      </h2>
      <dl
        className={`mt-3 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 ${on ? '' : 'opacity-60'}`}
      >
        {[...SHORTCUTS].map(([key, shortcut]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="grid h-7 min-w-7 place-items-center rounded border border-line-strong bg-sunken px-1.5 font-mono">
                {key}
              </kbd>
            </dt>
            <dd>{WORDS[shortcut]}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex min-h-8 items-center gap-2.5 border-line border-t pt-3">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => {
            setShortcuts(currentTarget.checked);
            setOn(shortcutsOn());
          }}
          className="size-4 accent-accent"
        />
        Single keys do this in this browser
      </label>
      <div className="mt-4 flex justify-end">
        <Button size="sm" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
    </dialog>
  );
}
