import { z } from 'zod';
import { listApiPapers } from '@/db/queries/api-papers';
import { freeText } from '@/lib/base/input-text';
import { pickForYou } from '@/lib/taste/data';
import { whyWords } from '@/lib/taste/messages';
import { startInput } from '@/lib/taste/schema';
import type { Why } from '@/lib/taste/types';
import { cursorParam, offsetKey, readCursor, writeCursor } from './cursor';
import { absolute, submitter, toItem } from './papers';
import type { ForYou } from './schema';

export const forYouQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: cursorParam,
});

/** Characters of one paper in a list, and papers of one list. */
const LONGEST_NAME = 300;
const MOST_PAPERS = 1_000;

export const startBody = z.object({
  papers: z
    .array(freeText().min(1).max(LONGEST_NAME))
    .max(MOST_PAPERS)
    .default([])
    .describe('arXiv identifiers, DOIs, addresses of papers here, or ORCID iDs of authors.')
    .meta({ examples: [['2407.21783', '10.1145/3292500.3330701']] }),
  bibtex: freeText().max(500_000).default('').describe('The text of a `.bib` file.'),
  topics: z
    .array(freeText().min(1).max(30))
    .max(20)
    .default([])
    .describe('arXiv categories.')
    .meta({ examples: [['cs.LG']] }),
});

/** Converts the body to the input of the form's verb, or returns what is wrong with it. */
export const toStart = ({ papers, bibtex, topics }: z.output<typeof startBody>) =>
  startInput.safeParse({ text: [...papers, bibtex].join('\n'), topics: topics.join(' ') });

/** Returns a user's papers with their reasons, best first; null for a cursor of another list. */
export async function readForYou(
  userId: string,
  { limit, cursor }: z.output<typeof forYouQuery>,
): Promise<{ response: ForYou; next: string | null } | null> {
  const at = readCursor('for-you', offsetKey, cursor);
  if (cursor && !at) return null;
  const offset = at?.[0] ?? 0;
  const { state, picked, more } = await pickForYou(userId, { offset, count: limit });
  const why = new Map(picked.map((one) => [one.id, one.why]));
  const papers = (await listApiPapers([...why.keys()])).map((row) => ({
    ...toItem(row),
    ...(row.feedDay !== null && { submittedBy: submitter(row) }),
    ...reasonsOf(why.get(row.id) ?? { features: [], close: false }),
  }));
  const key = more && writeCursor('for-you', [offset + limit]);
  return {
    response: {
      state: state.off ? 'off' : state.few ? 'few_likes' : 'learned',
      likes: state.likes,
      papers,
    },
    next: key
      ? absolute(`/api/for-you?${new URLSearchParams({ limit: String(limit), cursor: key })}`)
      : null,
  };
}

function reasonsOf(why: Why) {
  const because = whyWords(why);
  return {
    ...(because && { because }),
    reasons: why.features.map(({ kind, shown }) => ({ kind, name: shown })),
    closeInMeaning: why.close,
  };
}
