import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { webLink } from '@/lib/ingest/text';
import { SLUG } from '@/lib/papers/paths';
import { parseOrcid } from '@/lib/people/schema';

/**
 * Fields of a dump's lines. A dump comes from another site and is read like any input: within the
 * limits of what can be written on a site, and of what sources may say about a paper.
 */

/** Text of at most so many characters, cleaned like typed text. */
export const text = (most: number) => freeText().max(most);
export const line = (most: number) => freeText().min(1).max(most);

/** Counts of anything; higher ones are of no site. */
export const count = z.int().min(0).max(1_000_000_000);
/** Acts without names, each of which becomes a row. */
export const acts = z.int().min(0).max(200_000);
/** An id that is part of an address; higher ones would use up the ids of new rows. */
export const id = z
  .int()
  .min(1)
  .max(2 ** 40);
export const real = z.number().min(-1e12).max(1e12);
export const share = z.number().min(0).max(1);

/** A time in UTC with microseconds, as Postgres has them. */
export const time = z
  .string()
  .regex(/^(?:1[6-9]|2[01])\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, 'Not a time in UTC.')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'Not a time.');
export const day = z.iso.date().regex(/^(?:1[6-9]|2[01])/, 'Not a day of a paper.');

/** Scenarios (npm run demo) have addresses of their own kind. */
const SCENARIO = /^scenario[0-9a-f]{8}$/;
export const slug = z
  .string()
  .refine((value) => SLUG.test(value) || SCENARIO.test(value), 'Not the address of a paper.');
export const handle = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,28}[A-Za-z0-9])?$/);
export const organizationSlug = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u);
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Not a SHA-256 in hex.');
export const orcid = z.string().refine((value) => parseOrcid(value) === value, 'Not an ORCID iD.');

/** The address of a page on the web. */
export const address = z
  .string()
  .refine((value) => webLink(value) !== null, 'Not the address of a page on the web.');
/** The same, or a path on the site that it is from; never a link of ours. */
export const addressOrPath = z
  .string()
  .max(2_000)
  .refine((value) => value.startsWith('/') || webLink(value) !== null, 'Not an address.');
