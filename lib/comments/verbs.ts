import { fromForm } from '@/lib/web/form-again';
import { named, verb } from '@/lib/web/verb';
import { commentPath } from './paths';
import {
  commentInput,
  editCommentInput,
  mentionsInput,
  postCommentInput,
  previewInput,
} from './schema';
import type { Written } from './service';
import * as service from './service';

const text = { name: 'markdown', label: 'Your comment' };
const done = ({ commentId }: Written) => commentPath(commentId);

export const verbs = named('comments', {
  postComment: verb({
    who: 'member',
    limit: 'comment',
    input: postCommentInput,
    fields: fromForm(postCommentInput, ['paperId', 'parentId']),
    run: service.postComment,
    text,
    done,
  }),
  editComment: verb({
    who: 'author',
    limit: 'preview',
    input: editCommentInput,
    fields: fromForm(editCommentInput, ['commentId', 'revision']),
    run: service.editComment,
    text,
    done,
  }),
  deleteComment: verb({
    who: 'author',
    limit: 'api',
    input: commentInput,
    fields: fromForm(commentInput, ['commentId']),
    run: service.deleteComment,
    text: 'none',
    done,
  }),
  readComment: verb({
    who: 'author',
    limit: 'api',
    input: commentInput,
    run: service.readComment,
  }),
  previewComment: verb({
    who: 'member',
    limit: 'preview',
    input: previewInput,
    run: service.previewComment,
  }),
  suggestMentions: verb({
    who: 'member',
    limit: 'search',
    input: mentionsInput,
    run: service.suggestMentions,
  }),
});
