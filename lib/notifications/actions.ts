'use server';

import { defineAction } from '@/lib/web/action';
import { watchInput } from './schema';
import { setWatch } from './service';

export const setWatchAction = defineAction({
  name: 'setWatch',
  input: watchInput,
  limit: 'follow',
  run: setWatch,
});
