import { named, verb } from '@/lib/web/verb';
import { FOR_YOU_PATH, TASTE_PATH } from './paths';
import { bringInput, markInput, noInput, seenInput, startInput, weightsInput } from './schema';
import * as service from './service';

const tastePage = (query: Record<string, string>): string =>
  `${TASTE_PATH}?${new URLSearchParams(query)}`;
const back = (_: URLSearchParams, { error = '' }: Record<string, string>): string =>
  error ? tastePage({ error }) : TASTE_PATH;

export const verbs = named('taste', {
  markPaper: verb({
    who: 'member',
    limit: 'api',
    input: markInput,
    run: service.markPaper,
    // The page offers to take it back.
    done: ({ paperId, disliked }) =>
      disliked ? `${FOR_YOU_PATH}?without=${paperId}` : `${FOR_YOU_PATH}?done=taste%2FmarkPaper`,
    back: (_, { error = '' }) => (error ? `${FOR_YOU_PATH}?error=${error}` : FOR_YOU_PATH),
  }),
  markSeen: verb({
    who: 'member',
    limit: 'api',
    input: seenInput,
    lists: ['papers'],
    run: service.markSeen,
    done: () => FOR_YOU_PATH,
    back: (_, { error = '' }) => (error ? `${FOR_YOU_PATH}?error=${error}` : FOR_YOU_PATH),
  }),
  setWeights: verb({
    who: 'member',
    limit: 'api',
    input: weightsInput,
    lists: ['kind', 'key', 'shown', 'factor'],
    run: service.setWeights,
    done: () => tastePage({ done: 'weights' }),
    back,
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
    back,
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
