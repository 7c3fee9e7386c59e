import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { anyHandle } from '@/lib/people/schema';

export const GROUP_LIMITS = {
  name: 80,
  description: 500,
  /** Maximum number of groups per user, and of members per group. */
  groups: 30,
  members: 200,
  /** Maximum number of usable invitations of a group. */
  invites: 10,
} as const;

/** Choices for an invitation's lifetime, in days. */
export const INVITE_DAYS = ['1', '7', '30'] as const;

export const GROUP_SLUG = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

/** Characters that would make a name look like another one. */
const REORDERS = /[\u202a-\u202e\u2066-\u2069]/;
const SEEN = /[\p{L}\p{N}\p{S}\p{P}]/u;
const name = exactText()
  .trim()
  .min(2, 'A name has at least 2 characters.')
  .max(GROUP_LIMITS.name, `A name has at most ${GROUP_LIMITS.name} characters.`)
  .regex(/^\P{Cc}*$/u, 'A name has no line breaks.')
  .refine((text) => !REORDERS.test(text), 'A name has no characters that turn its direction.')
  .refine((text) => SEEN.test(text), 'A name has characters that can be seen.');
const description = freeText()
  .trim()
  .max(GROUP_LIMITS.description, `At most ${GROUP_LIMITS.description} characters.`)
  .refine((text) => !/[^\P{Cc}\r\n\t]/u.test(text), 'Plain text only.')
  .default('');
const slug = z.string().regex(GROUP_SLUG);

export const groupInput = z.object({ name, description });
export const ofGroup = z.object({ slug });
export const changesInput = z.object({
  slug,
  name,
  description,
  visibility: z.enum(['members', 'everybody']),
});
export const inviteInput = z.object({ slug, days: z.enum(INVITE_DAYS).transform(Number) });
export const revokeInput = z.object({ slug, invite: z.string().regex(/^[0-9a-f]{16}$/) });
export const joinInput = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
export const memberInput = z.object({ slug, handle: anyHandle });

export type GroupInput = z.output<typeof groupInput>;
export type OfGroup = z.output<typeof ofGroup>;
export type ChangesInput = z.output<typeof changesInput>;
export type InviteInput = z.output<typeof inviteInput>;
export type RevokeInput = z.output<typeof revokeInput>;
export type JoinInput = z.output<typeof joinInput>;
export type MemberInput = z.output<typeof memberInput>;
