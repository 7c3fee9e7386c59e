'use client';

import { type SubmitEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { Refusal } from '@/lib/base/errors';
import { useNewCollection } from '@/lib/collections/hooks';
import { COLLECTION_LIMITS } from '@/lib/collections/limits';
import { VISIBILITY_WORDS } from '@/lib/collections/messages';
import { VISIBILITIES, type Visibility } from '@/lib/collections/types';

type Props = {
  paper: { id: number; slug: string };
  /** Whether this is the user's first collection; then the form is open from the start. */
  first: boolean;
  refused: (refusal: Refusal) => void;
  onMade: (name: string) => void;
};

/** Creates a collection that contains the paper, from within the save dialog. */
export function NewCollection({ paper, first, refused, onMade }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const [visibility, setVisibility] = useState<Visibility>('private');
  const [error, setError] = useState<string>();
  const { create, busy } = useNewCollection(paper, (refusal) => {
    const { reason, message, fields } = refusal;
    // A title error is shown at its field, which keeps what was typed.
    if (reason === 'taken' || reason === 'invalid') setError(fields?.name ?? message);
    else refused(refusal);
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    if (!name.trim()) return setError('Give it a title.');
    setError(undefined);
    create(
      { name, visibility },
      {
        onSuccess: (result) => {
          if (!result.ok) return;
          onMade(name.trim());
          setName('');
        },
      },
    );
  };

  return (
    <form onSubmit={submit} noValidate className="mt-3 border-line border-t pt-3">
      <Field id={`${id}-name`} label="New collection" error={error}>
        {(control) => (
          <Input
            {...control}
            value={name}
            onChange={({ target }) => setName(target.value)}
            maxLength={COLLECTION_LIMITS.name}
            placeholder="Its title"
            autoComplete="off"
            autoFocus={first}
          />
        )}
      </Field>
      <div className="mt-2 flex gap-2">
        <Select
          small
          aria-label="Who sees it"
          value={visibility}
          onChange={({ target }) => setVisibility(target.value as Visibility)}
        >
          {VISIBILITIES.map((value) => (
            <option key={value} value={value}>
              {VISIBILITY_WORDS[value].label}
            </option>
          ))}
        </Select>
        <Button type="submit" size="sm" variant="primary" disabled={busy}>
          Make and save
        </Button>
      </div>
    </form>
  );
}
