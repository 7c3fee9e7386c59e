import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { SCOPES } from './types';

export const MOST_TOKENS = 20;
export const LONGEST_NAME = 60;
/** Choices for a token's lifetime, in days. */
export const TOKEN_DAYS = ['7', '30', '90', '365'] as const;

export const tokenInput = z.object({
  name: exactText()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'Give it a name to tell it from others.')
        .max(LONGEST_NAME, `A name has ${LONGEST_NAME} characters at most.`)
        .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'Plain text without control characters.'),
    ),
  scopes: z.array(z.enum(SCOPES)).max(SCOPES.length).default([]),
  days: z.enum(TOKEN_DAYS).transform(Number),
});

export const revokeInput = z.object({ id: z.uuid() });

export type TokenInput = z.output<typeof tokenInput>;
