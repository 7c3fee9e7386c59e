import { beforeEach, expect, it, vi } from 'vitest';
import { adoptGuestDraft, draftPlace, keepDraft, keepGuestDraft, readDraft } from './draft';

const NOW = Date.UTC(2026, 6, 15, 12);
const HOUR = 3_600_000;
const PAPER = 7;
const OWN = draftPlace('ada', PAPER, { kind: 'new' });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it('gives the text of a visitor to the user who signs in, once', () => {
  keepGuestDraft(PAPER, 'half a thought', NOW);
  expect(adoptGuestDraft('ada', PAPER, NOW + HOUR - 1)).toBe(true);
  expect(readDraft(OWN)?.text).toBe('half a thought');
  expect(adoptGuestDraft('grace', PAPER, NOW + HOUR - 1)).toBe(false);
});

it('gives it to nobody after an hour, nor on another paper', () => {
  keepGuestDraft(PAPER, 'old', NOW);
  expect(adoptGuestDraft('ada', PAPER + 1, NOW)).toBe(false);
  expect(adoptGuestDraft('ada', PAPER, NOW + HOUR)).toBe(false);
  expect(readDraft(OWN)).toBeNull();
});

it('never replaces a draft of the user', () => {
  keepDraft(OWN, { text: 'mine', clientKey: 'k', revision: 0 });
  keepGuestDraft(PAPER, 'another', NOW);
  expect(adoptGuestDraft('ada', PAPER, NOW)).toBe(false);
  expect(readDraft(OWN)?.text).toBe('mine');
});

it('works without storage', () => {
  vi.stubGlobal('localStorage', undefined);
  keepGuestDraft(PAPER, 'text', NOW);
  expect(adoptGuestDraft('ada', PAPER, NOW)).toBe(false);
});
