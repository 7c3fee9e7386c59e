'use client';

import { type SubmitEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { REASONS } from '@/lib/base/errors';
import { tidyWord, WORD_LENGTH } from '@/lib/filters/messages';
import type { Mute } from '@/lib/filters/types';
import { setFilter } from '@/lib/filters/write';

/** Reads arXiv's categories from the datalist that the field suggests from. */
function topicOf(text: string): string | undefined {
  const options = document.querySelectorAll<HTMLOptionElement>('#categories option');
  const wanted = text.trim().toLowerCase();
  return Array.from(options, ({ value }) => value).find((one) => one.toLowerCase() === wanted);
}

type Props = { onMuted: (mute: Mute) => void; onRefused: (mute: Mute) => void };

/** Mutes what was typed: a topic if it is an arXiv category, otherwise a word or phrase. */
export function MuteForm({ onMuted, onRefused }: Props) {
  const [error, setError] = useState<string>();

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('mute'));
    const topic = topicOf(text);
    const word = topic ? null : tidyWord(text);
    if (!topic && !word) {
      return setError('Type a category, or words with at least one letter or digit.');
    }
    const mute: Mute = topic
      ? { kind: 'topic', value: topic }
      : { kind: 'word', value: word ?? '' };
    setError(undefined);
    event.currentTarget.reset();
    onMuted(mute);
    setFilter({ ...mute, on: true }, ({ reason, message }) => {
      onRefused(mute);
      toast('error', message ?? REASONS[reason].words);
    });
  };

  return (
    <form onSubmit={submit} noValidate className="needs-script mt-3 flex items-start gap-2">
      <div className="min-w-0 grow">
        <Field
          id="mute"
          label="Mute a topic or a word"
          hint="A category of arXiv, such as cs.CR, or a word or phrase in title or excerpt: whole words, capitals or not."
          error={error}
        >
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                name="mute"
                list="categories"
                maxLength={WORD_LENGTH}
                autoComplete="off"
              />
              <Button type="submit" className="shrink-0">
                Mute
              </Button>
            </div>
          )}
        </Field>
      </div>
    </form>
  );
}
