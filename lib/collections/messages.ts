import { entryOf } from '@/lib/base/entry-of';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { COLLECTION_LIMITS as MOST } from './limits';
import type { Visibility } from './types';

export const VISIBILITY_WORDS: Record<Visibility, { label: string; hint: string }> = {
  private: { label: 'Private', hint: 'Only you see it.' },
  unlisted: {
    label: 'Unlisted',
    hint: 'Anyone with the link can see it. It is listed nowhere, and search engines skip it.',
  },
  public: {
    label: 'Public',
    hint: 'It is listed on your profile and on the pages of its papers, and users can follow it.',
  },
};

const TEXT = `A title is one line of 1 to ${MOST.name} characters, a description plain text of at most ${MOST.description}.`;
const TAKEN = 'You already have a collection with this title.';

/** Error messages by form and reason. */
const WORDS: Record<string, Partial<Record<Reason, string>>> = {
  createCollection: {
    invalid: TEXT,
    taken: TAKEN,
    conflict: `You have ${MOST.collections} collections, which is the most. Delete one first.`,
    not_found: 'This paper is not on this site.',
  },
  updateCollection: { invalid: TEXT, taken: TAKEN },
  collectPaper: {
    conflict: `This collection has ${MOST.papers} papers, which is the most.`,
    not_found: 'This paper or collection no longer exists.',
  },
  arrangePapers: {
    invalid: `A note is plain text of at most ${MOST.note} characters, a place a number from 1 to ${MOST.papers}.`,
    not_found: 'This paper is not in the collection any more.',
  },
};

export const collectionProblem = (about: string, error: string): string =>
  reasonWords(error, entryOf(WORDS, about));

export const paperWords = (papers: number): string =>
  papers === 1 ? '1 paper' : `${papers} papers`;
