import { ok } from '@/lib/base/errors';
import { commentsTag, paperTag } from '@/lib/base/tags';
import { commentPath } from '@/lib/comments/paths';
import { editCommentInput } from '@/lib/comments/schema';
import { editComment } from '@/lib/comments/service';
import { defineTextForm } from '@/lib/web/text-form';

/** For browsers without scripts. */
export const POST = defineTextForm({
  name: 'editComment',
  limit: 'preview',
  action: '/api/comments/edit',
  input: editCommentInput,
  numbers: ['commentId', 'revision'],
  text: { name: 'markdown', label: 'Your comment' },
  run: async (context, input) => {
    const result = await editComment(context, input);
    if (!result.ok) return result;
    const { commentId, paperId } = result.data;
    return ok({
      leadsTo: commentPath(commentId),
      tags: [commentsTag(paperId), paperTag(paperId)],
    });
  },
});
