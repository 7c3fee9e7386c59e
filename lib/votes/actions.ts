'use server';

import { defineAction } from '@/lib/web/action';
import { verbs } from './verbs';

export const upvoteAction = defineAction(verbs.setUpvote);
