'use server';

import { defineAction } from '@/lib/web/action';
import { verbs } from './verbs';

export const upvoteCommentAction = defineAction(verbs.upvoteComment);
export const reactToCommentAction = defineAction(verbs.reactToComment);
export const settleCommentAction = defineAction(verbs.settleComment);
