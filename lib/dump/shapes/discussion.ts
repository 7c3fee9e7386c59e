import { z } from 'zod';
import { KIND_NAMES } from '@/lib/comments/kinds';
import { REACTION_NAMES } from '@/lib/comments/reaction-kinds';
import { commentMarkdown } from '@/lib/comments/schema';
import * as field from './fields';

const place = {
  id: field.id,
  paper: field.slug,
  parent: field.id.nullable(),
  created: field.time,
  /** Decides ties of threads. */
  shuffle: field.share,
};

/** A comment, or the place of one that was deleted or hidden. Its HTML is rendered again. */
export const commentLine = z
  .discriminatedUnion('state', [
    z.strictObject({ ...place, state: z.enum(['deleted', 'hidden']) }),
    z.strictObject({
      ...place,
      state: z.literal('visible'),
      author: field.handle.nullable(),
      kind: z.enum(KIND_NAMES).nullable(),
      settled: field.time.nullable(),
      settled_by: field.handle.nullable(),
      paper_version: z.int().min(1).max(999).nullable(),
      markdown: commentMarkdown,
      upvotes: field.acts,
      reactions: z.partialRecord(z.enum(REACTION_NAMES), field.acts),
      edited: field.time.nullable(),
      revisions: z.array(z.strictObject({ markdown: commentMarkdown, at: field.time })).max(10_000),
    }),
  ])
  .refine(({ id, parent }) => parent === null || parent < id, 'Older than what it replies to.');

export const upvoteLine = z.strictObject({
  paper: field.slug,
  by: field.handle,
  at: field.time,
});
