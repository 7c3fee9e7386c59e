'use server';

import { defineAction } from '@/lib/web/action';
import { verbs } from './verbs';

export const followAction = defineAction(verbs.setFollow);
