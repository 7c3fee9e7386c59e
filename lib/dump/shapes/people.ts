import { z } from 'zod';
import { COLLECTION_LIMITS } from '@/lib/collections/limits';
import { collectionDescription, collectionName, collectionNote } from '@/lib/collections/schema';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { LOG_ACTIONS } from '@/lib/moderation/types';
import { RESERVED } from '@/lib/people/reserved';
import { PROFILE_LIMITS } from '@/lib/people/schema';
import * as field from './fields';

export const pictureLine = z.strictObject({
  hash: field.hash,
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
  /** On the site of the dump. */
  address: z.string().regex(/^\/pictures\/[0-9a-f]{64}-large\.webp$/),
});

export const readerLine = z
  .strictObject({
    handle: field.handle.refine((handle) => !RESERVED.has(handle.toLowerCase()), 'Reserved.'),
    name: field.text(300).nullable(),
    bio: field.text(2 * PROFILE_LIMITS.bio),
    links: z.array(field.address).max(2 * PROFILE_LIMITS.links),
    orcid: field.orcid.nullable(),
    orcid_verified: z.boolean(),
    picture: field.hash.nullable(),
    role: z.enum(['member', 'moderator', 'admin']),
    banned: z.boolean(),
    votes_private: z.boolean(),
    demo: z.boolean(),
    member_since: field.day,
  })
  .refine(({ orcid, orcid_verified }) => !orcid_verified || orcid !== null, 'No ORCID iD.');

export const organizationLine = z.strictObject({
  /** Programs know it by this. */
  number: field.id,
  slug: field.organizationSlug,
  name: field.line(300),
  source_name: field.line(100).nullable(),
  avatar: field.addressOrPath.nullable(),
  description: field.text(2_000),
  links: z.array(field.address).max(20),
  picture: field.hash.nullable(),
  members: z
    .array(
      z.strictObject({
        handle: field.handle,
        role: z.enum(['administrator', 'member']),
        founder: z.boolean(),
      }),
    )
    .max(100_000),
  unnamed_members: field.acts,
});

export const moderationLine = z.strictObject({
  id: field.id,
  action: z.enum(LOG_ACTIONS),
  reason: field.text(5_000),
  details: z.record(z.string().max(100), z.union([field.text(2_000), field.real])),
  by: field.handle.nullable(),
  reader: field.handle.nullable(),
  paper: field.slug.nullable(),
  at: field.time,
});

export const collectionLine = z.strictObject({
  key: z.string().regex(COLLECTION_KEY),
  owner: field.handle,
  name: collectionName,
  description: collectionDescription,
  updated: field.time,
  followers: field.acts,
  papers: z
    .array(z.strictObject({ paper: field.slug, note: collectionNote, added: field.time }))
    .max(COLLECTION_LIMITS.papers),
});
