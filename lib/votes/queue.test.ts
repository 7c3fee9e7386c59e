import { expect, test, vi } from 'vitest';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { eventually } from '@/lib/base/testing/eventually';
import fc from '@/lib/base/testing/fast-check';
import { createVoteQueue, type Outcome } from './queue';
import type { UpvoteState } from './types';

type Answer = Result<UpvoteState>;

/** A server that responds on command, and stores the last state. */
function slowServer() {
  const calls: { upvoted: boolean; answer: (result?: Answer) => void; fail: () => void }[] = [];
  let state = false;
  const send = (_paperId: number, upvoted: boolean) =>
    new Promise<Answer>((resolve, reject) => {
      calls.push({
        upvoted,
        answer: (result) => {
          if (!result) state = upvoted;
          resolve(result ?? ok({ upvotes: Number(upvoted), upvoted, asOf: '' }));
        },
        fail: () => reject(new TypeError('Failed to fetch')),
      });
    });
  return { calls, send, state: () => state };
}

const outcome = () => ({ confirmed: vi.fn(), refused: vi.fn() }) satisfies Outcome;
const settled = () => new Promise((wake) => setTimeout(wake, 5));

test('the wanted state shows at once and until it is confirmed', async () => {
  const server = slowServer();
  const queue = createVoteQueue(server);
  const heard = outcome();
  const changes = vi.fn();
  queue.subscribe(changes);
  queue.want(1, true, heard);
  expect(queue.wanted(1)).toBe(true);
  expect(queue.wanted(2)).toBeUndefined();
  server.calls[0]?.answer();
  await settled();
  expect(queue.wanted(1)).toBeUndefined();
  expect(heard.confirmed).toHaveBeenCalledExactlyOnceWith({ upvotes: 1, upvoted: true, asOf: '' });
  expect(changes).toHaveBeenCalledTimes(2);
});

test('the wanted state is stored until it is confirmed or refused', async () => {
  const server = slowServer();
  const keep = vi.fn();
  const queue = createVoteQueue({ send: server.send, keep });
  queue.want(1, true, outcome());
  queue.want(1, false, outcome());
  server.calls[0]?.answer();
  await settled();
  expect(keep.mock.calls).toEqual([
    [1, true],
    [1, false],
  ]);
  server.calls[1]?.answer(refuse('banned'));
  await settled();
  expect(keep).toHaveBeenLastCalledWith(1, undefined);
});

test('clicks during a request cause at most one more request', async () => {
  const server = slowServer();
  const queue = createVoteQueue(server);
  for (const upvoted of [true, false, true, false]) queue.want(1, upvoted, outcome());
  expect(server.calls.map((call) => call.upvoted)).toEqual([true]);
  server.calls[0]?.answer();
  await settled();
  expect(server.calls.map((call) => call.upvoted)).toEqual([true, false]);
  expect(queue.wanted(1)).toBe(false);
  server.calls[1]?.answer();
  await settled();
  expect(queue.wanted(1)).toBeUndefined();
});

test('clicks that return to the state being sent cause no request', async () => {
  const server = slowServer();
  const queue = createVoteQueue(server);
  for (const upvoted of [true, false, true]) queue.want(1, upvoted, outcome());
  server.calls[0]?.answer();
  await settled();
  expect(server.calls).toHaveLength(1);
  expect(queue.wanted(1)).toBeUndefined();
});

test('papers do not wait for each other', () => {
  const server = slowServer();
  const queue = createVoteQueue(server);
  queue.want(1, true, outcome());
  queue.want(2, true, outcome());
  expect(server.calls).toHaveLength(2);
});

test('a refusal drops the vote and is reported once', async () => {
  const server = slowServer();
  const queue = createVoteQueue(server);
  const heard = outcome();
  queue.want(1, true, heard);
  const refusal = refuse('rate_limited', { retryAfter: 12 });
  server.calls[0]?.answer(refusal);
  await settled();
  expect(queue.wanted(1)).toBeUndefined();
  expect(heard.refused).toHaveBeenCalledExactlyOnceWith(refusal);
  expect(server.calls).toHaveLength(1);
});

test('a failed request is retried once, with the state wanted by then', async () => {
  const server = slowServer();
  const queue = createVoteQueue({ send: server.send, pause: 1 });
  const heard = outcome();
  queue.want(1, true, heard);
  server.calls[0]?.fail();
  queue.want(1, false, heard);
  await settled();
  expect(server.calls.map((call) => call.upvoted)).toEqual([true, false]);
  server.calls[1]?.fail();
  await settled();
  expect(server.calls).toHaveLength(2);
  expect(heard.refused).toHaveBeenCalledOnce();
  expect(heard.refused.mock.calls[0]?.[0].reason).toBe('unavailable');
  expect(queue.wanted(1)).toBeUndefined();
});

test('a request without a response times out, and the next click starts again', async () => {
  const server = slowServer();
  const queue = createVoteQueue({ send: server.send, pause: 1, patience: 2 });
  const heard = outcome();
  queue.want(1, true, heard);
  await eventually(() => expect(heard.refused).toHaveBeenCalledOnce());
  queue.want(1, true, heard);
  server.calls[2]?.answer();
  await settled();
  expect(heard.confirmed).toHaveBeenCalledOnce();
});

test('for any clicks and delays, the server ends with the last state and one call at a time', async () => {
  const clicks = fc.array(fc.tuple(fc.boolean(), fc.nat(2)), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(clicks, fc.infiniteStream(fc.nat(2)), async (wishes, delays) => {
      let state: boolean | undefined;
      let running = 0;
      const queue = createVoteQueue({
        async send(_paperId, upvoted) {
          expect(++running).toBe(1);
          await new Promise((wake) => setTimeout(wake, delays.next().value));
          state = upvoted;
          running--;
          return ok({ upvotes: 0, upvoted, asOf: '' });
        },
      });
      for (const [upvoted, pause] of wishes) {
        queue.want(1, upvoted, outcome());
        await new Promise((wake) => setTimeout(wake, pause));
      }
      await eventually(() => expect(queue.wanted(1)).toBeUndefined());
      expect(state).toBe(wishes.at(-1)?.[0]);
    }),
    { numRuns: 40 },
  );
});
