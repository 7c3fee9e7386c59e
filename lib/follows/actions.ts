'use server';

import { defineAction } from '@/lib/web/action';
import { followInput } from './schema';
import { setFollow } from './service';

export const followAction = defineAction({
  name: 'setFollow',
  input: followInput,
  limit: 'follow',
  run: setFollow,
});
