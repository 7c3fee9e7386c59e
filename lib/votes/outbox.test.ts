import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropWishes, keepWish, keptWish } from './outbox';

const storage = new Map<string, string>();

beforeEach(() => {
  storage.clear();
  vi.useFakeTimers();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a vote is stored by its paper until it is confirmed or refused', () => {
  keepWish(1, true);
  keepWish(2, false);
  expect([keptWish(1), keptWish(2), keptWish(3)]).toEqual([true, false, undefined]);
  keepWish(1, undefined);
  expect([keptWish(1), keptWish(2)]).toEqual([undefined, false]);
});

test('a vote expires after a minute', () => {
  keepWish(1, true);
  vi.advanceTimersByTime(59_000);
  expect(keptWish(1)).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(keptWish(1)).toBeUndefined();
});

test('nothing is left for the next user of the tab', () => {
  keepWish(1, true);
  dropWishes();
  expect(keptWish(1)).toBeUndefined();
});

test('without usable storage, voting still works', () => {
  storage.set('papertide:unconfirmed-votes', 'not json');
  expect(keptWish(1)).toBeUndefined();
  vi.stubGlobal('sessionStorage', undefined);
  expect(() => keepWish(1, true)).not.toThrow();
  expect(() => dropWishes()).not.toThrow();
  expect(keptWish(1)).toBeUndefined();
});
