import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { FOR_YOU_PATH, outcomePath, TASTE_PATH } from './paths';
import { bringInput, markInput, noInput, seenInput, startInput, weightsInput } from './schema';
import * as service from './service';

const tastePage = (query: Record<string, string>): string =>
  `${TASTE_PATH}?${new URLSearchParams(query)}`;
const back = (_: URLSearchParams, { error = '' }: Record<string, string>): string =>
  error ? tastePage({ error }) : TASTE_PATH;

/**
 * Returns the typed values of a rejected start; a text of a page or more is too long for an
 * address.
 */
function typed(fields: URLSearchParams): Record<string, string> {
  const text = fields.get('text') ?? '';
  return {
    ...(text.length <= LONGEST_KEPT && { text }),
    wanted: typedText(fields, 'topics', LONGEST_KEPT),
  };
}
const LONGEST_KEPT = 600;

export const verbs = named('taste', {
  markPaper: verb({
    who: 'member',
    limit: 'api',
    input: markInput,
    run: service.markPaper,
    returnsToPage: true,
    // The page offers to undo it.
    done: ({ paperId, disliked }, _, from) =>
      outcomePath(from, disliked ? { without: String(paperId) } : { done: 'undone' }),
    back: (fields, { error = '' }) =>
      error ? outcomePath(fields.get('from') ?? '', { error }) : FOR_YOU_PATH,
  }),
  markSeen: verb({
    who: 'member',
    limit: 'api',
    input: seenInput,
    lists: ['papers'],
    run: service.markSeen,
    done: () => FOR_YOU_PATH,
    back: (_, { error = '' }) => (error ? outcomePath('', { error }) : FOR_YOU_PATH),
  }),
  setWeights: verb({
    who: 'member',
    limit: 'api',
    input: weightsInput,
    lists: ['kind', 'key', 'shown', 'factor'],
    run: service.setWeights,
    done: () => tastePage({ done: 'weights' }),
    back: (_, { error = '' }) =>
      error ? tastePage({ error: error === 'invalid' ? 'weights' : error }) : TASTE_PATH,
  }),
  startTaste: verb({
    who: 'member',
    limit: 'follow',
    input: startInput,
    files: ['file'],
    run: service.startTaste,
    done: ({ papers, missing, topics }) =>
      tastePage({
        done: 'started',
        papers: String(papers),
        missing: String(missing),
        topics: String(topics),
      }),
    back: (fields, { error = '' }) => (error ? tastePage({ error, ...typed(fields) }) : TASTE_PATH),
  }),
  bringTaste: verb({
    who: 'member',
    limit: 'follow',
    input: bringInput,
    files: ['file'],
    run: service.bringTaste,
    done: () => tastePage({ done: 'brought' }),
    back: (_, { error = '' }) =>
      error ? tastePage({ error: error === 'invalid' ? 'file' : error }) : TASTE_PATH,
  }),
  deleteTaste: verb({
    who: 'member',
    limit: 'api',
    input: noInput,
    run: service.deleteTaste,
    done: () => tastePage({ done: 'deleted' }),
    back,
  }),
  turnOn: verb({
    who: 'member',
    limit: 'api',
    input: noInput,
    run: service.turnOn,
    done: () => FOR_YOU_PATH,
    back,
  }),
  makeFeed: verb({
    who: 'member',
    limit: 'api',
    input: noInput,
    run: service.makeFeed,
    done: () => tastePage({ done: 'feed' }),
    back,
  }),
  endFeed: verb({
    who: 'member',
    limit: 'api',
    input: noInput,
    run: service.endFeed,
    done: () => tastePage({ done: 'ended' }),
    back,
  }),
});
