import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { pictureFields } from '@/lib/pictures/schema';
import { RESERVED } from './reserved';

export const HANDLE_LIMITS = { min: 2, max: 30 };
/** The pattern that the browser validates in the form. */
export const HANDLE_PATTERN = '[a-zA-Z0-9]([a-zA-Z0-9_\\-]*[a-zA-Z0-9])?';

const SHAPE = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/;

/** A handle in its stored spelling: lower case. */
export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .min(HANDLE_LIMITS.min, 'A handle has at least 2 characters.')
  .max(HANDLE_LIMITS.max, 'A handle has at most 30 characters.')
  .regex(SHAPE, 'Use letters a to z, digits, and - or _ between them.')
  .refine((value) => !RESERVED.has(value), 'This handle is reserved. Pick another one.');

/** A possible handle, in any case; anything else belongs to nobody. */
export const anyHandle = z.string().trim().toLowerCase().max(HANDLE_LIMITS.max).regex(SHAPE);

export const handleInput = z.object({ handle });
export type HandleInput = z.output<typeof handleInput>;

export const PROFILE_LIMITS = { name: 80, bio: 500, links: 5, link: 200 } as const;

/** Direction overrides could make a text look like another one. */
const REORDERS = /[\u202a-\u202e\u2066-\u2069]/;

const name = exactText()
  .trim()
  .max(PROFILE_LIMITS.name, `A name has at most ${PROFILE_LIMITS.name} characters.`)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'A name has no line breaks.')
  .refine((text) => !REORDERS.test(text), 'A name has no characters that turn its direction.')
  .refine((text) => text === '' || /[\p{L}\p{N}]/u.test(text), 'A name has letters.');

const bio = freeText()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .refine(
    (text) => text.length <= PROFILE_LIMITS.bio,
    `At most ${PROFILE_LIMITS.bio} characters, please.`,
  )
  .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), 'Plain text only.')
  .refine((text) => !REORDERS.test(text), 'No characters that turn the direction of text.');

/** Parses a typed web address and normalizes it; null for anything else. */
export function webLink(typed: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (address.length > PROFILE_LIMITS.link || !URL.canParse(address)) return null;
  const { protocol, username, password, hostname, href } = new URL(address);
  const web = protocol === 'https:' || protocol === 'http:';
  return web && !username && !password && hostname.includes('.') ? href : null;
}

const links = exactText()
  .transform((text) => [...new Set(text.split(/\s+/).filter(Boolean))])
  .refine((all) => all.length <= PROFILE_LIMITS.links, `At most ${PROFILE_LIMITS.links} links.`)
  .refine(
    (all) => all.every((link) => webLink(link) !== null),
    'Each line is an address like https://example.org/you.',
  )
  .transform((all) => all.flatMap((link) => webLink(link) ?? []));

/** Parses an ORCID iD or its address; null for anything else. */
export function parseOrcid(typed: string): string | null {
  const [, id] = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i.exec(typed) ?? [];
  if (!id) return null;
  const digits = id.toUpperCase().replace(/-/g, '');
  // ISO 7064 MOD 11-2, the check digit of ORCID iDs.
  const sum = [...digits.slice(0, 15)].reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check)) ? id.toUpperCase() : null;
}

const orcid = z
  .string()
  .trim()
  .refine(
    (text) => text === '' || parseOrcid(text) !== null,
    'An ORCID iD is like 0000-0002-1825-0097; this one has a mistyped digit or is none.',
  )
  .transform(parseOrcid);

/** A user's profile; everything may be empty. */
export const profileInput = z.object({ name, bio, links, orcid });
export type ProfileInput = z.output<typeof profileInput>;
/** The fields as typed. */
export type ProfileFields = Record<keyof ProfileInput, string>;

/** An uploaded avatar, or `withoutPicture` to remove it. */
export const avatarInput = z.object(pictureFields);
export type AvatarInput = z.output<typeof avatarInput>;

export const privacyInput = z.object({ votesPrivate: z.boolean() });
/** The same input from an HTML form, which does not send an unchecked box. */
export const privacyFields = z.object({
  votesPrivate: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
});
export type PrivacyInput = z.output<typeof privacyInput>;
