import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { MAX_NAME } from './limits';

export const MAX_PASSKEYS = 20;

const name = exactText()
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Give the passkey a name.')
      .max(MAX_NAME, `A name has at most ${MAX_NAME} characters.`)
      .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'Plain text without control characters.'),
  );

/** `response` is the browser's, as JSON. */
export const addInput = z.object({ name, response: exactText().max(20_000) });
export const renameInput = z.object({ id: z.uuid(), name });
export const removeInput = z.object({ id: z.uuid() });

export type RenameInput = z.output<typeof renameInput>;
export type RemoveInput = z.output<typeof removeInput>;
