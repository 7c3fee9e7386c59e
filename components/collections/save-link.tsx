'use client';

import { lazy, type MouseEvent, Suspense, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { savePath } from '@/lib/collections/paths';
import { usePaperOverlay } from '@/lib/votes/hooks';
import { hasHint } from '@/lib/web/hint';

const load = () => import('./save-dialog');
const SaveDialog = lazy(() => load().then((m) => ({ default: m.SaveDialog })));

type Props = { paperId: number; slug: string; className: string };

/**
 * Saves a paper to the reader's collections. A link to the page that does so, for visitors who are
 * not signed in and without scripts; else a dialog.
 */
export function SaveLink({ paperId, slug, className }: Props) {
  const [open, setOpen] = useState(false);
  const saved = usePaperOverlay(paperId)?.saved ?? false;

  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!hasHint() || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };

  return (
    <>
      <a
        href={savePath(slug)}
        rel="nofollow"
        data-save
        onClick={click}
        onPointerEnter={() => hasHint() && load()}
        className={`${className} ${saved ? 'text-accent' : ''}`}
      >
        <Icon name="bookmark" className={saved ? 'size-4 fill-current' : 'size-4'} />
        {saved ? 'Saved' : 'Save'}
      </a>
      {open ? (
        <Suspense fallback={null}>
          <SaveDialog paper={{ id: paperId, slug }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
