import { expect, it } from 'vitest';
import { isMalformedTarget } from './malformed';

it.each([
  ['/papers/1706.03762', false],
  ['/search?q=%2500&sort=%', false],
  ['/search?q=%ff', false],
  ['/search?q=a%00b', true],
  ['/papers/%00', true],
  ['/papers/%ff', true],
  ['http://papers.example/', true],
  ['*', true],
  [undefined, true],
])('of %s returns %s', (target, malformed) => {
  expect(isMalformedTarget(target)).toBe(malformed);
});
