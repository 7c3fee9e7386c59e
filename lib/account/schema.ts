import { z } from 'zod';
import { parseEmail } from '@/lib/base/email-address';
import { exactText } from '@/lib/base/input-text';

export const emailInput = z.object({
  email: exactText().transform((text, context) => {
    const address = parseEmail(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message: 'This is not one e-mail address.' });
    return z.NEVER;
  }),
});
export type EmailInput = z.output<typeof emailInput>;

/** The token of a mailed link. */
export const tokenInput = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
export type TokenInput = z.output<typeof tokenInput>;

export const sessionInput = z.object({ id: z.uuid() });
export type SessionInput = z.output<typeof sessionInput>;

export const endSessionsInput = z.object({
  which: z.enum(['others', 'all']),
  /** The form's checkbox: revoke API tokens as well. */
  tokens: z.literal('too').optional(),
});

export const providerInput = z.object({ provider: z.string().regex(/^[a-z]{1,20}$/) });
export type ProviderInput = z.output<typeof providerInput>;

export const nothingInput = z.object({});

/** What a user types to delete the account: the handle, or this word if there is no handle yet. */
export const CONFIRMATION = 'delete';

export const leavingInput = z.object({
  confirm: exactText().trim().max(60),
  comments: z.enum(['keep', 'erase']),
});
export type LeavingInput = z.output<typeof leavingInput>;
