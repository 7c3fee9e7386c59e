import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { settleEncoding, settleMarkdown, weightOf } from './accept';

it.each([
  ['text/markdown', 'text/markdown', 1],
  ['text/html, text/markdown;q=0.5', 'text/markdown', 0.5],
  ['text/markdown;q=0, */*', 'text/markdown', 0],
  ['text/*;q=0.3', 'text/html', 0.3],
  ['*/*', 'text/html', 1],
  ['TEXT/HTML ; Q=0.2', 'text/html', 0.2],
  ['text/html;level=1;q=0.4', 'text/html', 0.4],
  ['gzip;q=0, *', 'gzip', 0],
  ['*', 'gzip', 1],
  ['br', 'gzip', 0],
  ['gzip;q=nonsense', 'gzip', 1],
])('the weight in %j of %s is %d', (header, choice, weight) => {
  expect(weightOf(header, choice)).toBe(weight);
});

it.each([
  ['text/markdown', true],
  ['text/markdown, */*', true],
  ['text/markdown, text/html', true],
  ['text/html, text/markdown;q=0.5', false],
  ['text/markdown;q=0', false],
  ['text/markdown;q=0, */*', false],
  ['text/html;q=0.4, text/markdown;q=0.9', true],
])('for %j leaves Markdown: %s', (accept, markdown) => {
  const headers = { accept };
  settleMarkdown(headers);
  expect(headers.accept.includes('text/markdown')).toBe(markdown);
});

it('does not change a header without Markdown', () => {
  const headers = { accept: 'text/html,*/*;q=0.8' };
  settleMarkdown(headers);
  expect(headers.accept).toBe('text/html,*/*;q=0.8');
});

it('leaves one encoding, or none', () => {
  fc.assert(
    fc.property(fc.constantFrom('', ';q=0', ';q=0.000', ';q=0.1', ';q=1'), (weight) => {
      const headers = { 'accept-encoding': `deflate, gzip${weight}, br` };
      settleEncoding(headers);
      const refused = /q=0(?:\.0+)?$/.test(weight);
      expect(headers['accept-encoding']).toBe(refused ? undefined : 'gzip');
    }),
  );
});
