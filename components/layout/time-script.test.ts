import { expect, it } from 'vitest';
import { TIME_SCRIPT } from './time-script';

const NOW = Date.UTC(2026, 6, 15, 12, 0);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Runs the script as a page does, on one time that was printed as `date`. */
function shown(ago: number, unit = ''): string {
  const dateTime = new Date(NOW - ago).toISOString();
  const time = { dateTime, textContent: 'date', dataset: { ago: unit } };
  const page = { querySelectorAll: () => [time] };
  const clock = Object.assign(() => {}, { now: () => NOW, parse: Date.parse });
  new Function('window', 'document', 'Date', TIME_SCRIPT)({}, page, clock);
  return time.textContent;
}

it.each([
  [0, 'just now'],
  [59 * SECOND, 'just now'],
  [-30 * SECOND, 'just now'],
  [MINUTE, '1 minute ago'],
  [5 * MINUTE + 20 * SECOND, '5 minutes ago'],
  [59 * MINUTE + 59 * SECOND, '59 minutes ago'],
  [HOUR, '1 hour ago'],
  [23 * HOUR + 59 * MINUTE, '23 hours ago'],
  [DAY, '1 day ago'],
  [7 * DAY - SECOND, '6 days ago'],
  [7 * DAY, 'date'],
  [400 * DAY, 'date'],
  [-DAY, 'date'],
])('a time %i ms ago is shown as %s', (ago, words) => {
  expect(shown(ago)).toBe(words);
});

it.each([
  [HOUR, 'today'],
  [12 * HOUR, 'today'],
  [13 * HOUR, 'yesterday'],
  [36 * HOUR, 'yesterday'],
  [37 * HOUR, '2 days ago'],
  [156 * HOUR, '6 days ago'],
  [157 * HOUR, 'date'],
  [-12 * HOUR, 'date'],
])('a day whose midnight is %i ms ago is shown as %s', (ago, words) => {
  expect(shown(ago, 'day')).toBe(words);
});
