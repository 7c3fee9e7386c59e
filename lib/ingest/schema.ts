import { z } from 'zod';

const text = (most: number) => z.string().max(most);
const line = (most: number) => z.string().min(1).max(most);
const count = z.number().int().min(0).max(1_000_000_000);
const time = z.iso.datetime();

/** Limits of a source's record, in characters and entries. */
export const recordSchema = z.object({
  source: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
  externalId: line(200),
  version: z.number().int().min(1).max(999).nullable(),
  versions: z
    .array(z.object({ number: z.number().int().min(1).max(999), at: time }))
    .max(999)
    .optional(),
  title: line(1_000),
  abstract: text(20_000),
  authors: z.array(line(300)).max(20_000),
  orcids: z
    .array(z.object({ name: line(300), orcid: line(19) }))
    .max(20_000)
    .optional(),
  publishedAt: time,
  revisedAt: time.nullable(),
  categories: z.array(line(60)).max(60),
  doi: line(500).nullable(),
  journalRef: line(2_000).nullable(),
  note: line(5_000).nullable(),
  withdrawn: z.boolean().nullable(),
  codeUrl: line(2_000).nullable(),
  codeAddedBy: z
    .string()
    .regex(/^[a-z][a-z_-]{0,29}$/)
    .nullish(),
  codeStars: count.nullable(),
  projectUrl: line(2_000).nullable(),
  summary: line(5_000).nullable(),
  summaryBy: line(200).nullable(),
  keywords: z.array(line(200)).max(100),
  organization: z
    .object({
      slug: line(100),
      name: line(300),
      sourceName: line(100).nullish(),
      avatarUrl: line(2_000).nullish(),
    })
    .nullable(),
  mediaUrls: z.array(line(2_000)).max(50),
  listing: z
    .object({
      site: line(100),
      day: z.iso.date(),
      at: time,
      upvotes: count,
      comments: count,
      submitter: line(200).nullable(),
      submitterHandle: line(100).nullish(),
      submitterAvatar: line(2_000).nullish(),
      thumbnail: line(2_000).nullish(),
    })
    .nullable(),
});
