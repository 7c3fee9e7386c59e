import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { isTooLong, MAX_CODE_POINTS } from '@/lib/markup/limits';
import { KIND_NAMES } from './kinds';

/** Lone surrogates cannot be encoded in UTF-8. */
const isStorable = (text: string): boolean => !/\p{Surrogate}/u.test(text);

export const commentMarkdown = freeText()
  .refine((text) => !isTooLong(text), {
    message: `A comment has ${MAX_CODE_POINTS.toLocaleString('en')} characters at most.`,
    abort: true,
  })
  .refine(isStorable, 'This holds characters that cannot be stored.')
  .refine((text) => text.trim() !== '', 'Write something first.');

const commentId = z.int().positive();

export const postCommentInput = z.object({
  paperId: z.int().positive(),
  /** The comment that this one replies to. */
  parentId: commentId.nullish(),
  /** Top-level comments only. */
  kind: z.enum(KIND_NAMES).nullish(),
  markdown: commentMarkdown,
  /** Generated once per form, so that a form sent twice posts one comment. */
  clientKey: z.uuid(),
});

export const editCommentInput = z.object({
  commentId,
  /** The revision that the editor started from. */
  revision: z.int().min(0),
  markdown: commentMarkdown,
});

/** `paper=1` of an address: whose newest comments are asked for. */
export const discussionInput = z.object({ paper: z.coerce.number().pipe(z.int().positive()) });

export const commentInput = z.object({ commentId });

export const previewInput = z.object({ markdown: commentMarkdown });

/** The text after the `@` so far. */
export const mentionsInput = z.object({
  paper: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  start: z
    .string()
    .regex(/^[a-z0-9_-]{0,30}$/i)
    .default(''),
});

export type MentionsInput = z.output<typeof mentionsInput>;
export type PostCommentInput = z.output<typeof postCommentInput>;
export type EditCommentInput = z.output<typeof editCommentInput>;
export type CommentInput = z.output<typeof commentInput>;
export type PreviewInput = z.output<typeof previewInput>;
