import { expect, test } from 'vitest';
import { endOfRecord, parsePosition } from './replica-host';

test('parses positions in the log', () => {
  expect(parsePosition('0/0')).toBe(0n);
  expect(parsePosition('16/B374D848')).toBe(0x16b374d848n);
  expect(parsePosition('FFFFFFFF/FFFFFFFF')).toBe(0xffffffffffffffffn);
});

test.each([
  ['0/3000028', '0/3000000', 'after the header of a segment'],
  ['0/3002018', '0/3002000', 'after the header of a page'],
  ['0/3002020', '0/3002020', 'in a page'],
  ['0/3002000', '0/3002000', 'at the end of a page'],
])('the last record before %s ends at %s: %s', (position, end) => {
  expect(endOfRecord(parsePosition(position))).toBe(parsePosition(end));
});
