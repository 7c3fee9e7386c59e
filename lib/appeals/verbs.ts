import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { casePath } from './paths';
import { APPEAL_LIMITS, appealInput, replyInput } from './schema';
import * as service from './service';

const page = (entry: number, query: Record<string, string>) =>
  `${casePath(entry)}&${new URLSearchParams(query)}`;

export const verbs = named('appeals', {
  appealAct: verb({
    who: 'concerned',
    limit: 'api',
    input: appealInput,
    run: service.appealAct,
    done: (_, { entry }) => page(entry, { done: '1' }),
    back: (fields, query) =>
      page(Number(fields.get('entry')) || 0, {
        ...query,
        words: typedText(fields, 'words', APPEAL_LIMITS.max),
      }),
  }),
  replyToAppeal: verb({
    who: 'moderator',
    limit: 'api',
    input: replyInput,
    run: service.replyToAppeal,
    done: 'Your reply is sent.',
  }),
});
