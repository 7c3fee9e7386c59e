'use client';

import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { tidyWord, WORD_LENGTH } from '@/lib/filters/messages';

type Props = { onMute: (word: string) => void; onClose: () => void };

/** Asks for a word or phrase to mute. Opens when mounted. */
export function WordDialog({ onMute, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string>();
  const id = useId();

  useEffect(() => dialog.current?.showModal(), []);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const word = tidyWord(String(new FormData(event.currentTarget).get('word')));
    if (!word) return setError('Type a word or a phrase with at least one letter or digit.');
    dialog.current?.close();
    onMute(word);
    toast('success', `Muted: “${word}”`);
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-5 text-ink shadow-xl backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <form onSubmit={submit} noValidate>
        <h2 id={`${id}-title`} className="mb-3 font-semibold">
          Mute a word
        </h2>
        <Field
          id={`${id}-word`}
          label="Word or phrase"
          hint="Papers with it in their title or excerpt are left out of your feeds. Whole words only, capitals or not."
          error={error}
        >
          {(control) => (
            <Input {...control} name="word" maxLength={WORD_LENGTH} autoComplete="off" autoFocus />
          )}
        </Field>
        <div className="mt-5 flex justify-end gap-2">
          <Button size="sm" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <Button size="sm" type="submit" variant="primary">
            Mute
          </Button>
        </div>
      </form>
    </dialog>
  );
}
