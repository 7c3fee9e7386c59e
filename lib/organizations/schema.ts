import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { INVITE_DAYS, joinInput } from '@/lib/groups/schema';
import { webLink } from '@/lib/ingest/text';
import { reason } from '@/lib/moderation/schema';
import { SLUG } from '@/lib/papers/paths';
import { anyHandle } from '@/lib/people/schema';
import { pictureFields } from '@/lib/pictures/schema';
import { ORGANIZATION_SLUG } from './paths';

export { joinInput };

export const ORGANIZATION_LIMITS = {
  name: 120,
  description: 1_000,
  links: 5,
  address: 300,
  words: 500,
  /** Organizations that one user administers. */
  administered: 20,
  members: 2_000,
  /** Usable invitations at a time. */
  invites: 10,
} as const;

const REORDERS = /[\u202a-\u202e\u2066-\u2069]/;
const SEEN = /[\p{L}\p{N}]/u;
const name = exactText()
  .trim()
  .min(2)
  .max(ORGANIZATION_LIMITS.name)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .refine((text) => !REORDERS.test(text) && SEEN.test(text), 'A name has letters or digits.');
const longText = (most: number) =>
  freeText()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(most)
        .refine((text) => !/[^\P{Cc}\n]|\p{Cs}/u.test(text), 'Plain text only.'),
    );
const description = longText(ORGANIZATION_LIMITS.description).default('');
const slug = z
  .string()
  .regex(ORGANIZATION_SLUG)
  .transform((text) => text.toLowerCase());
/** One address per line. */
const links = exactText()
  .default('')
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(
    z
      .array(
        z
          .string()
          .max(ORGANIZATION_LIMITS.address)
          .transform((text, context) => {
            const link = webLink(text);
            if (!link) context.addIssue({ code: 'custom', message: 'No address.' });
            return link ?? '';
          }),
      )
      .max(ORGANIZATION_LIMITS.links),
  );

export const organizationInput = z.object({ name, description, ...pictureFields });
export const organizationChanges = z.object({
  slug,
  name,
  description,
  links,
  ...pictureFields,
});
export const organizationInviteInput = z.object({
  slug,
  days: z.enum(INVITE_DAYS).transform(Number),
});
export const organizationRevokeInput = z.object({
  slug,
  invite: z.string().regex(/^[0-9a-f]{16}$/),
});
export const membershipInput = z.object({ slug, act: z.enum(['hide', 'show', 'leave']) });
export const memberInput = z.object({
  slug,
  handle: anyHandle,
  act: z.enum(['administrator', 'member', 'remove']),
});
export const dropInput = z.object({ slug, paper: z.string().regex(SLUG) });
export const requestInput = z.object({
  slug,
  words: longText(ORGANIZATION_LIMITS.words).refine((text) => text.length >= 10),
});
export const settleRequestInput = z.object({
  reason,
  request: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  act: z.enum(['grant', 'refuse']),
});

export type OrganizationInput = z.output<typeof organizationInput>;
export type OrganizationChanges = z.output<typeof organizationChanges>;
export type OrganizationInviteInput = z.output<typeof organizationInviteInput>;
export type OrganizationRevokeInput = z.output<typeof organizationRevokeInput>;
export type MembershipInput = z.output<typeof membershipInput>;
export type MemberInput = z.output<typeof memberInput>;
export type DropInput = z.output<typeof dropInput>;
export type RequestInput = z.output<typeof requestInput>;
export type SettleRequestInput = z.output<typeof settleRequestInput>;
