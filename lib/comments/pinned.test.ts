import { expect, it } from 'vitest';
import { pinAuthors } from './pinned';
import type { Thread } from './types';

const thread = (id: number, byAuthorOfPaper: boolean, state = 'visible'): Thread =>
  ({ comment: { id, byAuthorOfPaper, state }, answers: null, replies: [] }) as unknown as Thread;

const ids = ({ pinned, rest }: ReturnType<typeof pinAuthors>) => [
  pinned?.comment.id ?? null,
  rest.map(({ comment }) => comment.id),
];

const threads = [thread(1, false), thread(2, true, 'hidden'), thread(3, true), thread(4, true)];

it('separates the first thread of an author from the others', () => {
  expect(ids(pinAuthors({ threads, page: 1 }, { order: 'best' }))).toEqual([3, [1, 2, 4]]);
});

it.each([
  ['a later page', 2, { order: 'best' }],
  ['another order', 1, { order: 'newest' }],
  ['a kind', 1, { order: 'best', kind: 'question' }],
  ['a state', 1, { order: 'best', state: 'open' }],
] as const)('leaves %s unchanged', (_name, page, filter) => {
  expect(ids(pinAuthors({ threads, page }, filter))).toEqual([null, [1, 2, 3, 4]]);
});

it('pins nothing if no author started a thread', () => {
  expect(ids(pinAuthors({ threads: [thread(1, false)], page: 1 }, { order: 'best' }))).toEqual([
    null,
    [1],
  ]);
});
