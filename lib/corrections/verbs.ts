import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { correctPath } from './paths';
import { CORRECTION_LIMITS, correctInput, revertInput } from './schema';
import * as service from './service';

/** Characters of each field that are sent back in an address. */
const LONGEST = {
  summary: CORRECTION_LIMITS.summary + 200,
  code: CORRECTION_LIMITS.address,
  project: CORRECTION_LIMITS.address,
  organization: CORRECTION_LIMITS.organization,
};

export const verbs = named('corrections', {
  correctPaper: verb({
    who: 'author',
    limit: 'claim',
    deadline: PICTURE_DEADLINE,
    input: correctInput,
    files: ['picture'],
    run: service.correctPaper,
    done: ({ changed }, { paper }) => correctPath(paper, { done: changed ? 'saved' : 'same' }),
    back: (fields, query) => {
      const kept = Object.entries(LONGEST).map(([name, most]) => [
        name,
        typedText(fields, name, most),
      ]);
      return correctPath(typedText(fields, 'paper', 40), {
        ...(query.error ? Object.fromEntries(kept) : {}),
        ...query,
      });
    },
  }),
  revertCorrection: verb({
    who: 'moderator',
    limit: 'api',
    input: revertInput,
    run: service.revertCorrection,
    done: 'The earlier text is back.',
  }),
});
