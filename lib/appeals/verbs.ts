import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { casePath } from './paths';
import { ANSWER_LIMITS, answerInput, replyInput } from './schema';
import * as service from './service';

const page = (entry: number, query: Record<string, string>) =>
  `${casePath(entry)}&${new URLSearchParams(query)}`;

export const verbs = named('appeals', {
  answerAct: verb({
    who: 'concerned',
    limit: 'api',
    input: answerInput,
    run: service.answerAct,
    done: (_, { entry }) => page(entry, { done: '1' }),
    back: (fields, query) =>
      page(Number(fields.get('entry')) || 0, {
        ...query,
        words: typedText(fields, 'words', ANSWER_LIMITS.max),
      }),
  }),
  replyToAnswer: verb({
    who: 'moderator',
    limit: 'api',
    input: replyInput,
    run: service.replyToAnswer,
    done: 'Your reply is sent.',
  }),
});
