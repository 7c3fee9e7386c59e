import { expect, it } from 'vitest';
import { typedHandle } from './use-mentions';

it.each([
  ['@', { at: 0, start: '' }],
  ['Hello @Ad', { at: 6, start: 'ad' }],
  ['(@ada_l-2', { at: 1, start: 'ada_l-2' }],
  ['a\n@x', { at: 2, start: 'x' }],
  ['me@ad', null],
  ['@ada ', null],
  ['@@ad', null],
  ['/@ad', null],
])('%j is read as %j', (text, expected) => {
  expect(typedHandle(text, text.length)).toEqual(expected);
});
