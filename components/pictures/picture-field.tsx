'use client';

import { type ChangeEvent, useState } from 'react';
import { Field, Input } from '@/components/ui/field';
import { PICTURE_WORDS } from '@/lib/pictures/messages';
import { ACCEPTED, MAX_FILE } from '@/lib/pictures/schema';

const KINDS = 'JPEG, PNG, WebP or AVIF, 1 MB at most.';

type Props = { error?: string; has: boolean; hint: string };

/** A file input that rejects a picture over the size limit before uploading it. */
export function PictureField({ error, has, hint }: Props) {
  const [tooLarge, setTooLarge] = useState(false);
  const words = tooLarge ? PICTURE_WORDS.large : error;
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const large = (target.files?.[0]?.size ?? 0) > MAX_FILE;
    setTooLarge(large);
    target.setCustomValidity(large ? PICTURE_WORDS.large : '');
  };
  return (
    <Field
      id="picture"
      label={has ? 'Another picture' : 'Picture'}
      hint={`${hint} ${KINDS}`}
      error={words}
    >
      {(control) => (
        <Input
          {...control}
          type="file"
          name="picture"
          accept={ACCEPTED}
          onChange={check}
          className="py-1.5 text-sm"
        />
      )}
    </Field>
  );
}
