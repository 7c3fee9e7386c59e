'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { useCollected, useOwnCollections } from '@/lib/collections/hooks';
import { VISIBILITY_WORDS } from '@/lib/collections/messages';
import { COLLECTIONS_PATH, savePath } from '@/lib/collections/paths';
import type { OwnCollection } from '@/lib/collections/types';
import { NewCollection } from './new-collection';

type Paper = { id: number; slug: string };

/** The viewer's collections, each with a toggle for one paper. Opens when mounted. */
export function SaveDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [said, setSaid] = useState('');
  const refused = (refusal: Refusal) => {
    const { reason, message, fields } = refusal;
    if (reason === 'signed_out' || reason === 'needs_handle') {
      const page = reason === 'signed_out' ? 'sign-in' : 'welcome';
      window.location.assign(`/${page}?from=${encodeURIComponent(savePath(paper.slug))}`);
    } else toast('error', Object.values(fields ?? {})[0] ?? message ?? REASONS[reason].words);
  };
  const { data: own, isError } = useOwnCollections(paper, refused);

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      className="m-auto max-h-[min(40rem,calc(100dvh-2rem))] w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-5 text-ink shadow-xl backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <h2 id={`${id}-title`} className="mb-2 font-semibold">
        Save to your collections
      </h2>
      {own ? (
        <>
          {own.length > 0 ? (
            <ul className="-mx-2 max-h-64 overflow-y-auto">
              {own.map((one) => (
                <Choice
                  key={one.key}
                  paper={paper}
                  collection={one}
                  refused={refused}
                  onSaid={setSaid}
                />
              ))}
            </ul>
          ) : (
            <p className="text-muted text-sm">No collections yet. Create one below.</p>
          )}
          <NewCollection
            paper={paper}
            first={own.length === 0}
            refused={refused}
            onMade={(name) => setSaid(`Made “${name}” with this paper in it.`)}
          />
        </>
      ) : isError ? (
        <p className="text-sm">
          Your collections could not be read.{' '}
          <a href={savePath(paper.slug)} className="text-link">
            Try the page for it
          </a>
          .
        </p>
      ) : (
        <p className="flex items-center gap-2 py-4 text-muted text-sm">
          <Spinner /> Reading your collections
        </p>
      )}
      <p role="status" className="mt-3 min-h-5 text-muted text-sm [overflow-wrap:anywhere]">
        {said}
      </p>
      <div className="mt-2 flex items-center justify-between gap-2">
        <a href={COLLECTIONS_PATH} className="text-link text-sm">
          All your collections
        </a>
        <Button size="sm" onClick={() => dialog.current?.close()}>
          Done
        </Button>
      </div>
    </dialog>
  );
}

type ChoiceProps = {
  paper: Paper;
  collection: OwnCollection;
  refused: (refusal: Refusal) => void;
  onSaid: (words: string) => void;
};

function Choice({ paper, collection, refused, onSaid }: ChoiceProps) {
  const { has, setThere } = useCollected(paper, collection, refused);
  const { key, name, visibility } = collection;
  return (
    <li>
      <label
        htmlFor={`in-${key}`}
        className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 hover:bg-sunken"
      >
        <input
          type="checkbox"
          id={`in-${key}`}
          checked={has}
          onChange={({ target: { checked } }) => {
            setThere(checked);
            onSaid(`${checked ? 'Added to' : 'Taken out of'} “${name}”.`);
          }}
          className="size-4 shrink-0 accent-accent"
        />
        <span dir="auto" className="min-w-0 grow truncate" title={name}>
          {name}
        </span>
        <Badge>{VISIBILITY_WORDS[visibility].label}</Badge>
      </label>
    </li>
  );
}
