import { type Reason, reasonWords } from '@/lib/base/errors';
import { CORRECTION_LIMITS } from './schema';

const WORDS: Partial<Record<Reason, string>> = {
  invalid: `Addresses begin with https://, and the summary has at most ${CORRECTION_LIMITS.summary} characters of plain text.`,
  not_recognized:
    'There is no organization with this name. Create it first, or leave the field empty.',
  forbidden: 'Only verified authors of this paper can correct it.',
  rate_limited: 'Too many requests. Try again later.',
};

export const correctionProblem = (error: string): string => reasonWords(error, WORDS);
