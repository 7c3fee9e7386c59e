import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { MarkedText } from './marked-text';

const html = (text: string, words: string[]) =>
  renderToStaticMarkup(createElement(MarkedText, { text, marked: new Set(words) }));

it('escapes HTML in a title', () => {
  const shown = html('<script>alert(1)</script> "models" & <b>', ['script', 'models', 'b']);
  expect(shown).not.toMatch(/<(script|b)>/);
  expect(shown.match(/<mark/g)).toHaveLength(4);
  expect(shown).toContain('&lt;');
});
