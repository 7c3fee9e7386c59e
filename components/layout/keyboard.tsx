'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isTaken, type Shortcut, shortcutOf, shortcutsOn } from './shortcuts';

const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog').then((m) => ({ default: m.ShortcutsDialog })),
);
const walk = () => import('./row-walk');
const hiding = () => import('../papers/filtering');

/** Handles shortcuts on every page. The button opens the help, also with shortcuts turned off. */
export function Keyboard() {
  const router = useRouter();
  const [helping, setHelping] = useState(false);
  // The first key loads its code; a key pressed right after it must not overtake it.
  const latest = useRef<Promise<void>>(Promise.resolve());

  const run = async (shortcut: Shortcut) => {
    if (shortcut === 'help') return setHelping(true);
    const page = await walk();
    if (shortcut === 'next') page.goToNext();
    else if (shortcut === 'previous') page.goToPrevious();
    else if (shortcut === 'open') page.openFocused();
    else if (shortcut === 'upvote') page.pressFocused('[data-upvote]');
    else if (shortcut === 'save') page.pressFocused('[data-save]');
    else if (shortcut === 'search' && !page.focusSearch()) router.push('/search');
    else if (shortcut === 'hide') {
      const id = page.focusedRow()?.dataset.paperId;
      if (id) (await hiding()).hidePaper(Number(id));
    }
  };

  const hear = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (!shortcut || isTaken(event.target) || !shortcutsOn()) return;
    event.preventDefault();
    latest.current = latest.current.then(() => run(shortcut)).catch(() => {});
  });

  useEffect(() => {
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);

  return (
    <>
      <button
        type="button"
        onClick={() => setHelping(true)}
        className="needs-script hidden min-h-6 items-center hover:text-ink sm:inline-flex"
      >
        Keyboard shortcuts
      </button>
      {helping ? (
        <Suspense fallback={null}>
          <ShortcutsDialog onClose={() => setHelping(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
