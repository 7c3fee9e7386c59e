import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { readReply } from '@/lib/summaries/reply';
import { Abstract } from './abstract';

const PAPER = {
  title: 'Rectified flow matching for images',
  abstract: 'We train generative models of images by matching rectified flows.',
};
const GOOD = 'The paper trains generative models of images by matching rectified flows.';
const replyOf = (summary: string) =>
  JSON.stringify({ choices: [{ message: { content: JSON.stringify({ summary }) } }] });

it('rejects model output that would render as a link or an element', () => {
  const pieces = [
    'https://',
    'HTTP://',
    'www.',
    'evil.example',
    'evil.com',
    '//',
    ':',
    '/',
    '.',
    ' ',
    '<',
    '>',
    'a',
    '$',
    '\\href',
    '\\textbf{',
    '{',
    '}',
    '&',
    'lt;',
    '@',
    '[',
    ']',
    '(',
    ')',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const summary = readReply(replyOf(`${GOOD.slice(0, -1)} ${parts.join('')}.`), PAPER).written
        ?.summary;
      if (summary === undefined) return;
      const html = renderToStaticMarkup(
        createElement(Abstract, { abstract: '', summary, summaryBy: '<b>m</b>' }),
      );
      expect(html).not.toMatch(/<(?:a|b|em|strong|code|script|img)\b|href=/);
    }),
  );
});
