import { describe, expect, it } from 'vitest';
import { IDLE, parseVisit, visitAt, visitWords } from './visit';

const NOON = Date.UTC(2026, 6, 15, 12, 0);
const MINUTE = 60_000;
const DAY = 86_400_000;

describe('a visit', () => {
  it('has no previous one if it is the first', () => {
    expect(visitAt(null, NOON)).toEqual({ last: NOON, since: null });
  });

  it('continues for half an hour after each activity, and remembers the previous one', () => {
    const before = { last: NOON - DAY, since: NOON - 3 * DAY };
    const first = visitAt(before, NOON);
    expect(first).toEqual({ last: NOON, since: NOON - DAY });
    const later = visitAt(first, NOON + IDLE);
    expect(later).toEqual({ last: NOON + IDLE, since: NOON - DAY });
    const next = visitAt(later, NOON + 2 * IDLE + 1);
    expect(next).toEqual({ last: NOON + 2 * IDLE + 1, since: NOON + IDLE });
  });

  it('is the same in two tabs that open at once, whichever writes first', () => {
    const before = { last: NOON - DAY, since: null };
    const one = visitAt(before, NOON);
    expect(visitAt(one, NOON + 5).since).toBe(visitAt(before, NOON + 5).since);
  });

  it('is not ended by a clock that was set back', () => {
    const kept = { last: NOON + DAY, since: NOON - DAY };
    expect(visitAt(kept, NOON)).toEqual({ last: NOON, since: NOON - DAY });
    expect(visitAt({ last: NOON + DAY, since: NOON + 60 }, NOON).since).toBeNull();
  });

  it('is parsed from our own format only', () => {
    expect(parseVisit('{"last":5,"since":null}')).toEqual({ last: 5, since: null });
    for (const text of [null, '', 'null', '[]', '5', '{"last":"5"}', '{"last":5}', '{']) {
      expect(parseVisit(text), String(text)).toBeNull();
    }
  });
});

it.each([
  [NOON - 10 * MINUTE, 'today 11:50'],
  [NOON - DAY, 'yesterday 12:00'],
  [NOON - 2 * DAY, 'Monday 12:00'],
  [NOON - 5 * DAY, 'Friday 12:00'],
  [NOON - 8 * DAY, '7 Jul'],
  [NOON - 300 * DAY, '18 Sept 2025'],
])('%i is formatted as %s', (time, words) => {
  expect(visitWords(time, NOON, 'UTC')).toBe(words);
});

it('today is in the reader’s time zone', () => {
  const late = Date.UTC(2026, 6, 15, 1, 0);
  expect(visitWords(late - 2 * 60 * MINUTE, late, 'UTC')).toBe('yesterday 23:00');
  expect(visitWords(late - 2 * 60 * MINUTE, late, 'America/New_York')).toBe('today 19:00');
});
