import { z } from 'zod';
import { COLUMNS, CORRECTED_FIELDS } from '@/lib/corrections/types';
import * as field from './fields';

const source = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/);

export const repositoryLine = z.strictObject({
  repo: z.string().regex(/^[a-z0-9-]{1,100}\/[a-z0-9._-]{1,200}$/),
  full_name: field.line(400).nullable(),
  state: z.enum(['unknown', 'found', 'gone']),
  stars: field.count.nullable(),
  days: z.array(z.strictObject({ day: field.day, stars: field.count })).max(5_000),
});

const author = z.strictObject({
  name: field.line(300),
  orcid: field.orcid.nullable(),
  /** The handle of a confirmed author. */
  user: field.handle.nullable(),
});

const version = z
  .strictObject({
    version: z.int().min(0).max(999),
    released: field.time,
    title: field.text(2_000).nullable(),
    abstract: field.text(20_000).nullable(),
  })
  .refine(({ title, abstract }) => (title === null) === (abstract === null), 'Half a text.');

const listing = z.strictObject({
  site: field.line(100),
  day: field.day,
  upvotes: field.count,
  comments: field.count,
  submitter: field.line(200).nullable(),
  submitter_handle: field.line(100).nullable(),
  submitter_avatar: field.addressOrPath.nullable(),
  media: z.array(field.addressOrPath).max(50),
  thumbnail: field.addressOrPath.nullable(),
});

const sourcePicture = z.strictObject({
  kind: z.enum(['thumbnail', 'media', 'figure']),
  url: field.addressOrPath.nullable(),
  video: field.address.nullable(),
  caption: field.text(20_000).nullable(),
  picture: field.hash,
});

export const paperLine = z
  .strictObject({
    /** Programs know the paper by it. */
    number: field.id,
    slug: field.slug,
    source,
    id: field.line(200),
    version: z.int().min(0).max(999),
    title: field.line(2_000),
    abstract: field.text(20_000),
    summary: field.line(20_000).nullable(),
    summary_by: field.line(200).nullable(),
    keywords: z.array(field.line(200)).max(100),
    authors: z.array(author).max(20_000),
    published: field.time,
    revised: field.time.nullable(),
    withdrawn: z.boolean(),
    retracted: z.boolean(),
    retraction_notice: field.address.nullable(),
    categories: z.array(field.line(60)).max(60),
    organization: z
      .strictObject({ slug: field.organizationSlug, name: field.line(300) })
      .nullable(),
    doi: field.line(500).nullable(),
    journal_ref: field.line(2_000).nullable(),
    note: field.line(5_000).nullable(),
    code: field.address.nullable(),
    code_added_by: z
      .string()
      .regex(/^[a-z][a-z_-]{0,29}$/)
      .nullable(),
    code_stars: field.count.nullable(),
    code_stars_on: field.day.nullable(),
    code_momentum: field.real.nullable(),
    project: field.address.nullable(),
    media: z.array(field.addressOrPath).max(50),
    picture: field.hash.nullable(),
    corrected: z.array(z.enum(Object.values(COLUMNS) as [string, ...string[]])).max(20),
    versions: z.array(version).max(999),
    listed_by: z.enum(['submission', 'daily_list', 'rule', 'upvote']).nullable(),
    submitted_by: field.handle.nullable(),
    submitted: field.time.nullable(),
    feed_day: field.day.nullable(),
    upvotes: field.acts,
    comment_count: field.count,
    exposure: z.number().min(0).max(1e12),
    shuffle: field.share,
    locked: field.time.nullable(),
    demo: z.boolean(),
    listings: z.array(listing).max(1_000),
    pictures: z.array(sourcePicture).max(3),
  })
  .refine(
    ({ source: from, slug, id }) => from !== 'arxiv' || slug === id,
    'A paper of arXiv has its identifier as address.',
  )
  .refine(
    ({ listed_by, submitted, feed_day }) =>
      [submitted, feed_day].every((value) => (value === null) === (listed_by === null)),
    'A listing has its reason, time and day together.',
  );

export const redirectLine = z.strictObject({
  number: field.id,
  slug: field.slug,
  source,
  id: field.line(200),
  to: field.slug,
});

export const correctionLine = z
  .strictObject({
    paper: field.slug,
    by: field.handle.nullable(),
    field: z.enum(CORRECTED_FIELDS),
    role: z.enum(['author', 'submitter', 'administrator']),
    before: field.text(20_000).nullable(),
    before_by: field.text(200).nullable(),
    after: field.text(20_000).nullable(),
    log: field.id.nullable(),
    at: field.time,
  })
  .refine(
    ({ field: name, before, after }) =>
      [before, after].every((value) => value === null || isValue(name, value)),
    'Not a value of this field.',
  );

/** An address or a picture is one, before a moderator puts it back. */
function isValue(name: string, value: string): boolean {
  if (name === 'code' || name === 'project') return field.address.safeParse(value).success;
  if (name === 'picture') return field.hash.safeParse(value).success;
  return name !== 'organization' || field.organizationSlug.safeParse(value).success;
}

export const badgesLine = z.strictObject({
  period: z.enum(['day', 'week', 'month']),
  start: field.day,
  places: z
    .array(
      z.strictObject({
        rank: z.int().min(1).max(100),
        paper: field.slug,
        upvotes: field.count,
        taken_back: field.count,
        shuffle: field.share,
      }),
    )
    .max(100),
});
