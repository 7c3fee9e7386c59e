import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { visitDiscussion } from './visits';

const store = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
});
afterEach(() => {
  store.clear();
  vi.unstubAllGlobals();
});

const at = (time: string) => new Date(`2026-07-20T${time}:00Z`);

it('counts from the end of the previous visit, while this one lasts', () => {
  expect(visitDiscussion(1, at('08:00'))).toBeNull();
  expect(visitDiscussion(1, at('08:20'))).toBeNull();
  expect(visitDiscussion(1, at('12:00'))).toBe(at('08:20').toISOString());
  expect(visitDiscussion(1, at('12:10'))).toBe(at('08:20').toISOString());
  expect(visitDiscussion(2, at('12:10'))).toBeNull();
});

it('marks nothing if storage is unavailable', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => '{broken',
    setItem: () => {
      throw new Error('full');
    },
  });
  expect(visitDiscussion(1, at('08:00'))).toBeNull();
});
