import { describe, expect, it } from 'vitest';
import { toHtml } from './pipeline';

const html = (markdown: string): string => toHtml(markdown, { namespace: 'c1' }) ?? 'null';

describe('Markdown', () => {
  it('renders emphasis, code, lists, quotes and tables', () => {
    expect(html('**a** *b* ~~c~~ `d`')).toBe(
      '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>',
    );
    expect(html('> - a\n> 1. b')).toContain('<blockquote>\n<ul>');
    expect(html('3. c')).toContain('<ol start="3">');
    expect(html('|a|b|\n|:-|-:|\n|1|2|')).toContain('<td align="right">2</td>');
    expect(html('```ts\nlet x\n```')).toBe(
      '<pre tabindex="0"><code class="language-ts">let x\n</code></pre>',
    );
    expect(html('- [x] done\n- [ ] open')).toContain('<li>☑ done</li>\n<li>☐ open</li>');
  });

  it('lets what is wide scroll by keyboard', () => {
    expect(html('|a|\n|-|\n|1|')).toMatch(/^<div class="scroll" tabindex="0"><table>/);
    expect(html(`$$\n${'x+'.repeat(30)}y\n$$`)).toMatch(/^<math display="block" tabindex="0">/);
  });

  it('takes one tilde for "about" and not for struck text', () => {
    expect(html('~5 of ~6')).toBe('<p>~5 of ~6</p>');
  });

  it('shows HTML as it was typed', () => {
    expect(html('List<int> <b>x</b>')).toBe('<p>List&#x3C;int> &#x3C;b>x&#x3C;/b></p>');
    expect(html('<script>alert(1)</script>')).toBe('<p>&#x3C;script>alert(1)&#x3C;/script></p>');
  });

  it('puts headings below those of the page and leaves no level out', () => {
    expect(html('# a\n### b\n##### c\n## d\n# e')).toBe(
      '<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h4>d</h4>\n<h3>e</h3>',
    );
    expect(html('###### only')).toBe('<h3>only</h3>');
  });

  it('keeps the footnotes of two comments apart', () => {
    const note = 'a[^1] b[^1]\n\n[^1]: note';
    const first = html(note);
    const second = toHtml(note, { namespace: 'c2' }) ?? '';
    const ids = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const targets = [...first.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(ids(first)).toHaveLength(3);
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(6);
    for (const target of targets) expect(ids(first)).toContain(target);
  });
});

describe('links', () => {
  it('marks them, spells addresses as the URL parser does and makes images links', () => {
    const rel = 'rel="nofollow ugc noopener"';
    expect(html('[a](HTTPS://EXAMPLE.org/ä)')).toBe(
      `<p><a href="https://example.org/%C3%A4" ${rel}>a</a></p>`,
    );
    expect(html('www.example.org')).toContain(`<a href="http://www.example.org/" ${rel}>`);
    expect(html('me@example.org')).toContain(`<a href="mailto:me@example.org" ${rel}>`);
    expect(html('![plot](https://a.org/b.png)')).toContain(
      `<a href="https://a.org/b.png" ${rel}>plot</a>`,
    );
    expect(html('![](https://a.org/b.png)')).toContain('>https://a.org/b.png</a>');
    expect(html('[![i](http://a.b/c)](http://d.e)')).toBe(
      `<p><a href="http://d.e/" ${rel}>i</a></p>`,
    );
    expect(html('[a [^1]](http://d.e)\n\n[^1]: n')).toContain('>a <sup>1</sup></a>');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#x0A;script:alert(1))',
    '[x](&#106;avascript&colon;alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://a.b/c)',
    '[x](//example.org)',
    '[x](/papers/new)',
    '[x](#top)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '[x][y]\n\n[y]: javascript:alert(1)',
  ])('%s leads nowhere', (markdown) => {
    expect(html(markdown)).not.toMatch(/<a[ >]|href/);
  });
});

describe('math', () => {
  it('becomes MathML with its source', () => {
    const inline = html('Euler: $e^{i\\pi}+1=0$.');
    expect(inline).toContain('<p>Euler: <math><semantics><mrow><msup><mi>e</mi>');
    expect(inline).toContain('<annotation encoding="application/x-tex">e^{i\\pi}+1=0</annotation>');
    expect(html('$\\ell_p$')).toContain('<mi mathvariant="normal">ℓ</mi><mi>p</mi>');
    expect(html('$$\na^2\n$$')).toMatch(/^<math display="block">/);
    expect(html('so $$a^2$$ is')).toMatch(/^<p>so <math display="block">.*<\/math> is<\/p>$/);
    expect(html('```math\na^2\n```')).toMatch(/^<math display="block">/);
  });

  it.each([
    'It costs $5 or $10.',
    'From $5 to $ 10 $ or so',
    '$20,000 and 30,000$5',
    'a \\$b$ c',
    '100$ and 200$',
  ])('is not seen in %s', (markdown) => {
    expect(html(markdown)).toBe(`<p>${markdown.replace('\\$', '$')}</p>`);
  });

  it('is still seen after an amount of money', () => {
    expect(html('$5 and $10, then $x$')).toMatch(/^<p>\$5 and \$10, then <math>.*<\/math><\/p>$/);
  });

  it.each([
    '\\foo{',
    '\\href{https://example.org}{x}',
    '\\url{javascript:alert(1)}',
    '\\htmlClass{a}{x}',
    '\\htmlStyle{position:fixed}{x}',
    '\\htmlData{a=b}{x}',
    '\\includegraphics{https://example.org/a.png}',
    '\\def\\a{\\a\\a}\\a',
    '\\def\\a{\\b}\\def\\b{\\a}\\a',
  ])('%s shows its source', (tex) => {
    expect(html(`$${tex}$`)).toBe(`<p><code class="math-source">${tex}</code></p>`);
    expect(html(`$$\n${tex}\n$$`)).toBe(
      `<pre tabindex="0"><code class="math-source">${tex}</code></pre>`,
    );
  });

  it('keeps macros within their formula', () => {
    expect(html('$\\gdef\\mine{x}\\mine$ $\\mine$')).toContain(
      '<code class="math-source">\\mine</code>',
    );
  });

  it('cannot cover the page around it', () => {
    const moved = html(
      '$\\raisebox{-500em}{x}\\kern-99em\\rule{900em}{900em}\\fcolorbox{red}{blue}{x}$',
    );
    expect(moved).not.toMatch(/(-?[1-9]\d{2,}|-\d{2,}(\.\d+)?)em"| style=/);
    expect(moved).toContain('<math>');
  });
});
