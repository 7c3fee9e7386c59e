import { z } from 'zod';
import { RESERVED } from './reserved';

export const HANDLE_LIMITS = { min: 2, max: 30 };
/** For the form: what the browser checks before anything is sent. */
export const HANDLE_PATTERN = '[a-zA-Z0-9]([a-zA-Z0-9_\\-]*[a-zA-Z0-9])?';

const SHAPE = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/;

/** A handle in the spelling that is stored: lower case. */
export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .min(HANDLE_LIMITS.min, 'A handle has at least 2 characters.')
  .max(HANDLE_LIMITS.max, 'A handle has at most 30 characters.')
  .regex(SHAPE, 'Use letters a to z, digits, and - or _ between them.')
  .refine((value) => !RESERVED.has(value), 'This handle is reserved. Pick another one.');

/** A handle that somebody may have, in any case: what looks otherwise is nobody's. */
export const anyHandle = z.string().trim().toLowerCase().max(HANDLE_LIMITS.max).regex(SHAPE);

export const handleInput = z.object({ handle });
export type HandleInput = z.output<typeof handleInput>;

/** A box that is not ticked is not sent. */
export const privacyInput = z.object({ votesPrivate: z.boolean() });
export type PrivacyInput = z.output<typeof privacyInput>;
