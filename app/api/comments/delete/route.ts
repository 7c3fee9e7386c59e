import { ok } from '@/lib/base/errors';
import { commentsTag, paperTag } from '@/lib/base/tags';
import { commentPath } from '@/lib/comments/paths';
import { commentInput } from '@/lib/comments/schema';
import { deleteComment } from '@/lib/comments/service';
import { defineTextForm } from '@/lib/web/text-form';

/** For browsers without scripts. */
export const POST = defineTextForm({
  name: 'deleteComment',
  limit: 'api',
  action: '/api/comments/delete',
  input: commentInput,
  numbers: ['commentId'],
  run: async (context, input) => {
    const result = await deleteComment(context, input);
    if (!result.ok) return result;
    const { commentId, paperId } = result.data;
    return ok({
      leadsTo: commentPath(commentId),
      tags: [commentsTag(paperId), paperTag(paperId)],
    });
  },
});
