'use server';

import { defineAction } from '@/lib/web/action';
import { verbs } from './verbs';

export const savePaperAction = defineAction(verbs.savePaper);
