'use client';

import { lazy, type SubmitEvent, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { useSave } from '@/lib/collections/hooks';
import { savedId, savePath } from '@/lib/collections/paths';
import { formPath } from '@/lib/registry/form-path';
import { usePaperOverlay } from '@/lib/votes/hooks';
import { hasHint } from '@/lib/web/hint';

const load = () => import('./save-dialog');
const SaveDialog = lazy(() => load().then((m) => ({ default: m.SaveDialog })));

const SAVED = 'Saved to “Reading list”.';

type Props = {
  paperId: number;
  slug: string;
  className: string;
  /** Shows only the icon; the label stays available to assistive technology. */
  iconOnly?: boolean;
};

/**
 * Saves a paper to the reading list on the first press and opens the collection dialog on the next.
 * It is a form: without scripts it leads to the page with that choice, and visitors to sign-in.
 */
export function SaveLink({ paperId, slug, className, iconOnly = false }: Props) {
  const [open, setOpen] = useState(false);
  const overlay = usePaperOverlay(paperId);
  const saved = overlay?.saved ?? false;
  const choose = { label: 'Choose collections', onClick: () => setOpen(true) };
  const refused = ({ message, reason }: Refusal) =>
    toast('error', message ?? REASONS[reason].words);
  const { save } = useSave({ id: paperId, slug }, refused);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (!hasHint()) return;
    event.preventDefault();
    if (saved) return setOpen(true);
    save(undefined, {
      onSuccess: (result) => {
        if (result.ok) toast('success', SAVED, choose);
      },
    });
  };

  const arrived = useEffectEvent(() => toast('success', SAVED, choose));
  useEffect(() => {
    // The fragment means that a form without scripts just saved it; the store says if it still is.
    if (!saved || location.hash !== `#${savedId(paperId)}`) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    arrived();
  }, [saved, paperId]);

  return (
    <>
      <form
        method="post"
        action={formPath('collections/savePaper')}
        onSubmit={submit}
        className="contents"
      >
        <input type="hidden" name="paper" value={slug} />
        <input type="hidden" name="from" value={savePath(slug)} />
        <button
          type="submit"
          data-save
          title={iconOnly ? (saved ? 'Saved' : 'Save') : undefined}
          onPointerEnter={() => hasHint() && saved && load()}
          aria-haspopup={saved ? 'dialog' : undefined}
          className={`${className} ${saved ? 'text-accent' : ''}`}
        >
          <Icon name="bookmark" className={saved ? 'size-4 fill-current' : 'size-4'} />
          <span className={iconOnly ? 'sr-only' : undefined}>{saved ? 'Saved' : 'Save'}</span>
        </button>
      </form>
      {open ? (
        <Suspense fallback={null}>
          <SaveDialog paper={{ id: paperId, slug }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
