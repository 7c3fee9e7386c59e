import { describe, expect, it } from 'vitest';
import { render, toHtml } from './pipeline';
import { findReferences } from './references';

const html = (markdown: string): string => toHtml(markdown, { namespace: 'c1' }) ?? 'null';

describe('Markdown', () => {
  it('renders emphasis, code, lists, quotes and tables', () => {
    expect(html('**a** *b* ~~c~~ `d`')).toBe(
      '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>',
    );
    expect(html('> - a\n> 1. b')).toContain('<blockquote>\n<ul>');
    expect(html('3. c')).toContain('<ol start="3">');
    expect(html('|a|b|\n|:-|-:|\n|1|2|')).toContain('<td align="right">2</td>');
    expect(html('```nothing\nlet x\n```')).toBe(
      '<pre tabindex="0"><code class="language-nothing">let x\n</code></pre>',
    );
    expect(html('- [x] done\n- [ ] open')).toContain('<li>☑ done</li>\n<li>☐ open</li>');
  });

  it('makes wide content scrollable by keyboard', () => {
    expect(html('|a|\n|-|\n|1|')).toMatch(/^<div class="scroll" tabindex="0"><table>/);
    expect(html(`$$\n${'x+'.repeat(30)}y\n$$`)).toMatch(/^<math display="block" tabindex="0">/);
  });

  it('reads one tilde as "about", not as strikethrough', () => {
    expect(html('~5 of ~6')).toBe('<p>~5 of ~6</p>');
  });

  it('shows HTML as typed', () => {
    expect(html('List<int> <b>x</b>')).toBe('<p>List&#x3C;int> &#x3C;b>x&#x3C;/b></p>');
    expect(html('<script>alert(1)</script>')).toBe('<p>&#x3C;script>alert(1)&#x3C;/script></p>');
  });

  it('puts headings below those of the page and skips no level', () => {
    expect(html('# a\n### b\n##### c\n## d\n# e')).toBe(
      '<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h4>d</h4>\n<h3>e</h3>',
    );
    expect(html('###### only')).toBe('<h3>only</h3>');
  });

  it('separates the footnotes of two comments', () => {
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
  it('marks links, normalizes addresses and turns images into links', () => {
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
  ])('%s is no link', (markdown) => {
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
  ])('is not recognized in %s', (markdown) => {
    expect(html(markdown)).toBe(`<p>${markdown.replace('\\$', '$')}</p>`);
  });

  it('is recognized after an amount of money', () => {
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

describe('code', () => {
  it('is highlighted in known languages', () => {
    expect(html('```ts\nlet x = "a" // b\n```')).toBe(
      '<pre tabindex="0"><code class="language-ts"><span class="hljs-keyword">let</span> x = ' +
        '<span class="hljs-string">"a"</span> <span class="hljs-comment">// b</span>\n</code></pre>',
    );
    expect(html('```\nlet x\n```')).toBe('<pre tabindex="0"><code>let x\n</code></pre>');
  });

  it('stays plain if long or nested unusually', () => {
    expect(html(`\`\`\`ts\n${'let x\n'.repeat(800)}\`\`\``)).not.toContain('<span');
    expect(html(`\`\`\`rust\n${'/*'.repeat(1_500)}\n\`\`\``)).not.toContain('<span');
  });
});

describe('a reference', () => {
  const known = {
    site: 'https://papers.example',
    handles: ['ada', 'grace-h'],
    titles: { '2201.04388': 'A title', 'hep-th/9901001': 'An old one', x1234567: 'From elsewhere' },
  };
  const named = (markdown: string) => render(markdown, { namespace: 'c1', known });
  const ada = '<a href="/u/ada" class="mention">@ada</a>';
  const paper = '<a href="/papers/2201.04388" class="paper-link">A title</a>';

  it.each([
    ['@ada, @nobody', `${ada}, @nobody`],
    ['(@Ada) **@ada**', `(${ada}) <strong>${ada}</strong>`],
    ["@ada's @grace-h.", `${ada}'s <a href="/u/grace-h" class="mention">@grace-h</a>.`],
    ['`@ada` x@ada @ada_ @adaé', '<code>@ada</code> x@ada @ada_ @adaé'],
    ['2201.04388v2, arXiv:2201.04388.', `${paper}, ${paper}.`],
    ['hep-th/9901001', '<a href="/papers/hep-th/9901001" class="paper-link">An old one</a>'],
    ['2201.04389 12201.04388 2201.043881', '2201.04389 12201.04388 2201.043881'],
    ['https://papers.example/papers/2201.04388', paper],
  ])('%s is linked if it exists', (markdown, expected) => {
    expect(named(markdown)?.html).toBe(`<p>${expected}</p>`);
  });

  it('does not change links with text of their own', () => {
    const { html: linked, mentioned } =
      named('[here](https://papers.example/papers/2201.04388) [@ada](https://a.example)') ?? {};
    expect(linked).toMatch(/href="https:\/\/papers\.example\/papers\/2201\.04388" rel=".*">here</);
    expect(mentioned).toEqual([]);
  });

  it('reports each mentioned user once, if it became a link', () => {
    expect(named('@ada @ADA `@grace-h` @nobody\n\n> @grace-h')?.mentioned).toEqual(['ada']);
  });

  it('is found in the text, up to fifty of each kind', () => {
    const text = '@Ada and arXiv:2201.04388v3 at https://papers.example/papers/x1234567';
    expect(findReferences(text, known.site)).toEqual({
      handles: ['ada'],
      slugs: ['2201.04388', 'x1234567'],
    });
    const many = Array.from({ length: 200 }, (_, i) => `@r${i} 2201.0${1000 + i}`).join(' ');
    const { handles, slugs } = findReferences(many, known.site);
    expect([handles.length, slugs.length]).toEqual([50, 50]);
  });
});
