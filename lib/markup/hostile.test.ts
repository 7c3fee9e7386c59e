import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { MAX_CODE_POINTS } from './limits';
import { toHtml } from './pipeline';

const HTML_TAGS =
  'p br hr em strong del code pre div blockquote a sup section ul ol li h3 h4 h5 h6 table thead tbody tr th td span';
const MATH_TAGS =
  'math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom menclose ' +
  'msub msup msubsup munder mover munderover mtable mtr mtd';
const TAGS = new Set(`${HTML_TAGS} ${MATH_TAGS}`.split(' '));
const ADDRESS =
  /^(https?:\/\/|mailto:|#c1-fn(ref)?-\d+$|\/u\/ada$|\/papers\/(2201\.04388|hep-th\/9901001)$)/;
const CLASSES =
  /^(hljs(-[a-z_-]+)?|[a-z]+_{1,2}|language-[\w+#.-]+|math-source|scroll|footnotes(-label)?|data-footnote-backref|mention|paper-link)$/;

/** Returns everything forbidden in the HTML, as a browser would parse it. */
function findings(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }) as Root, (node) => {
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
    if (node.type === 'element') found.push(...elementFindings(node));
  });
  return found;
}

function elementFindings({ tagName, properties }: Element): string[] {
  const found = TAGS.has(tagName) ? [] : [tagName];
  for (const [name, value] of Object.entries(properties)) {
    if (/^(on|style$|src|action|form|xlink|data(?!Footnote))/i.test(name)) found.push(name);
    if (name === 'href' && !ADDRESS.test(String(value))) found.push(`href ${value}`);
    if (name === 'id' && !/^c1-fn(ref)?-\d+$/.test(String(value))) found.push(`id ${value}`);
  }
  for (const name of [properties.className ?? []].flat()) {
    if (!CLASSES.test(String(name))) found.push(`class ${name}`);
  }
  if (tagName === 'a' && !properties.href) found.push('a without href');
  return found;
}

const known = {
  site: 'https://papers.example',
  handles: ['ada'],
  titles: {
    '2201.04388': '<script>alert(1)</script>" onclick="alert(1)',
    'hep-th/9901001': '](javascript:alert(1)) @ada 2201.04388',
  },
};
const render = (markdown: string): string => toHtml(markdown, { namespace: 'c1', known }) ?? '';

describe('any input', () => {
  const pieces = fc.constantFrom(
    ...['<', '>', '"', "'", '&', '&lt;', '&#x', '`', '```', '~~~', '$', '$$', '\\', '*', '**', '_'],
    ...[
      '[',
      ']',
      '](',
      ')',
      '![',
      '[^1]',
      '[^1]: ',
      '[a]: ',
      '|',
      '|-|-|\n',
      '- ',
      '> ',
      '# ',
      '\n',
    ],
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<!--',
      '-->',
    ],
    ...[
      'javascript:alert(1)',
      'JAVASCRIPT&colon;',
      'data:text/html,',
      'https://a.org/',
      'www.a.org',
    ],
    ...[
      '\\href{javascript:x}{y}',
      '\\htmlStyle{color:red}{',
      '\\def\\a{\\a}',
      '\\a',
      '\\text{',
      '}',
    ],
    ...[
      '\\color{',
      '\\frac{1}',
      '{',
      '^',
      'onclick=',
      'style="',
      ']]>',
      '<![CDATA[',
      '<?',
      '<math>',
    ],
    ...[
      '@ada',
      '@',
      '@ada@',
      '2201.04388',
      'arXiv:',
      'hep-th/9901001',
      'https://papers.example/papers/2201.04388',
      '```js\n',
      '~~~html\n',
      '```php\n<?php ',
      '\n```\n',
      'class="hljs-string"',
    ],
    ...[
      '\0',
      '\ud800',
      '\udfff',
      '\u202e',
      '\u2028',
      'a',
      ' ',
      '\t',
      '😀',
      '\\url{',
      '\\rule{9999em}',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('becomes HTML with allowed elements only', () => {
    fc.assert(
      fc.property(texts, (markdown) => {
        expect(findings(render(markdown))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is unchanged by parsing and serializing in a browser', () => {
    const tags = (html: string) => html.match(/<[a-z][^ >]*/g)?.length ?? 0;
    fc.assert(
      fc.property(texts, (markdown) => {
        const html = render(markdown);
        let elements = 0;
        visit(fromHtml(html, { fragment: true }), 'element', () => void elements++);
        expect(elements).toBe(tags(html));
      }),
      { numRuns: 200 },
    );
  });
});

describe('deep nesting', () => {
  it.each([
    ['quotes', '>'.repeat(5_000)],
    ['quotes with spaces', '> '.repeat(5_000)],
    ['lists', '- '.repeat(5_000)],
    ['numbered lists', '1. '.repeat(3_000)],
    ['brackets', '['.repeat(5_000)],
    ['images', '!['.repeat(5_000)],
    ['emphasis', `${'*a '.repeat(800)}${'a* '.repeat(800)}`],
    ['groups', `$${'{'.repeat(4_000)}${'}'.repeat(4_000)}$`],
    ['fractions', `$${'\\frac1{'.repeat(1_000)}x${'}'.repeat(1_000)}$`],
    ['delimiters', `$${'\\left('.repeat(600)}x${'\\right)'.repeat(600)}$`],
    ['indented lists', Array.from({ length: 95 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ])('of %s is not rendered', (_, markdown) => {
    expect(markdown.length).toBeLessThanOrEqual(MAX_CODE_POINTS);
    expect(toHtml(markdown, { namespace: 'c1' })?.slice(0, 80) ?? null).toBeNull();
  });

  it('within reason is rendered', () => {
    expect(render('> > > - - 1. deep')).toContain('deep');
    expect(
      render(Array.from({ length: 8 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')),
    ).toContain('a');
    expect(render(`$${'\\sqrt{1+'.repeat(12)}x${'}'.repeat(12)}$`)).toContain('<msqrt>');
  });
});

describe('size', () => {
  it('counts code points', () => {
    expect(toHtml('😀'.repeat(MAX_CODE_POINTS), { namespace: 'c1' })).not.toBeNull();
    expect(toHtml('a'.repeat(MAX_CODE_POINTS + 1), { namespace: 'c1' })).toBeNull();
  });
});
