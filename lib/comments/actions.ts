'use server';

import { updateTag } from 'next/cache';
import type { Result } from '@/lib/base/errors';
import { commentsTag, paperTag } from '@/lib/base/tags';
import { defineAction } from '@/lib/web/action';
import { commentInput, editCommentInput, postCommentInput, previewInput } from './schema';
import {
  deleteComment,
  editComment,
  postComment,
  previewComment,
  readComment,
  type Written,
} from './service';

/** The writer sees it at once; the other instances learn of it by the service's notice. */
const seen = (result: Result<Written>): Result<Written> => {
  if (result.ok) {
    updateTag(commentsTag(result.data.paperId));
    updateTag(paperTag(result.data.paperId));
  }
  return result;
};

export const postCommentAction = defineAction({
  name: 'postComment',
  input: postCommentInput,
  limit: 'comment',
  run: async (context, input) => seen(await postComment(context, input)),
});

export const editCommentAction = defineAction({
  name: 'editComment',
  input: editCommentInput,
  limit: 'preview',
  run: async (context, input) => seen(await editComment(context, input)),
});

export const deleteCommentAction = defineAction({
  name: 'deleteComment',
  input: commentInput,
  run: async (context, input) => seen(await deleteComment(context, input)),
});

export const readCommentAction = defineAction({
  name: 'readComment',
  input: commentInput,
  run: readComment,
});

export const previewCommentAction = defineAction({
  name: 'previewComment',
  input: previewInput,
  limit: 'preview',
  run: previewComment,
});
