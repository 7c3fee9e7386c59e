import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { reason } from '@/lib/moderation/schema';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const approveInput = z.object({
  id,
  /** An approval needs no reason. */
  reason: freeText()
    .transform((text) => (text.trim() === '' ? 'It belongs here.' : text))
    .pipe(reason),
});
export const refuseInput = z.object({ id, reason });

export type ReviewInput = z.output<typeof refuseInput>;
