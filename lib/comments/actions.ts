'use server';

import { defineAction } from '@/lib/web/action';
import { verbs } from './verbs';

export const postCommentAction = defineAction(verbs.postComment);
export const editCommentAction = defineAction(verbs.editComment);
export const deleteCommentAction = defineAction(verbs.deleteComment);
export const readCommentAction = defineAction(verbs.readComment);
export const previewCommentAction = defineAction(verbs.previewComment);
