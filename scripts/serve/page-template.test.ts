import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escapeHtml } from '@/lib/base/escape';
import fc from '@/lib/base/testing/fast-check';
import { templateParts, templateSlug } from '@/lib/paper-page/template';
import type { PaperParts } from '@/lib/paper-page/types';
import { type NumberedPage, numberedPage } from '@/lib/papers/numbered-page';
import { isUnusedDoor } from '@/lib/web/doors';
import { askedOf } from '@/lib/web/stored/keys';
import { type Filling, ofHtml, PageTemplate, PageTemplates } from './page-template';
import { fillingOf, paperTemplate } from './paper-page';

const SLUG = templateSlug({ links: 2, pdf: true });
const marks = templateParts(SLUG) as PaperParts;
const BUTTON = `<button>${marks.title}, ${marks.upvotes}</button>`;
const SOURCE = paperTemplate(marks, BUTTON);

/** A string of a script as Next writes it. */
const inScript = (text: string) =>
  JSON.stringify(text).replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

/** As Next does: everything in the HTML, and again in React's notation within scripts. */
function render(parts: PaperParts, button: string): string {
  const { id, upvotes, slug, title, pdf, links, sections, citation, ...texts } = parts;
  const fields = Object.entries(citation).flatMap(([name, values]) =>
    [values].flat().map((content) => ({ name, content })),
  );
  const metas = fields.map(
    ({ name, content }) => `<meta name="${name}" content="${escapeHtml(content)}"/>`,
  );
  const dollar = (text: string) => (text.startsWith('$') ? `$${text}` : text);
  const elements = fields.map(({ name, content }, n) => [
    '$',
    'meta',
    fields.length === 1 && name.startsWith('zz') ? '7' : `7-${n}`,
    { name, content: dollar(content) },
  ]);
  const data = {
    metadata: elements,
    id,
    upvotes,
    slug: `/papers/${slug}`,
    comments: `Comments on ${title}`,
    texts: Object.values({ title, pdf: pdf ?? '', ...texts }).map(dollar),
    html: [...links, ...Object.values(sections)].map((__html) => ({ __html: dollar(__html) })),
  };
  return [
    `<head><script>first()</script><title>${escapeHtml(title)}</title>${metas.join('')}</head>`,
    `<p id="upvote-${id}">/papers/${slug}</p>${button}`,
    ...Object.values({ title, pdf: pdf ?? '', ...texts }).map(
      (text) => `<p>${escapeHtml(text)}</p>`,
    ),
    ...[...links, ...Object.values(sections)].map((html) => `<div>${html}</div>`),
    `<script>push([1,${inScript(JSON.stringify(data))}])</script>`,
  ].join('');
}

const made = (html: string, status = 200) => ({
  status,
  headers: { 'content-type': 'text/html', etag: '"x"', 'cache-control': 's-maxage=31536000' },
  body: Buffer.from(html),
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('$x$', '"', "'", '\\', '</script>', '<!--', '&amp;', '\u2028', '', '$', '{}'),
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
const html = text.map((inner) => `<p>${escapeHtml(inner)}</p>`);
const parts: fc.Arbitrary<PaperParts> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 40 }),
  upvotes: fc.nat(),
  slug: fc.constantFrom('2601.00001', 'x1234567'),
  title: text,
  description: text,
  published: text,
  bibtex: text,
  pdf: text,
  links: fc.tuple(html, html),
  citation: fc.record({ citation_title: text, citation_author: fc.array(text, { maxLength: 3 }) }),
  sections: fc.record({
    article: html,
    upvoters: html,
    place: html,
    below: html,
    similar: html,
    data: html,
  }),
});

test('a filled template is what Next would have made of the paper', () => {
  const template = PageTemplate.of(SOURCE, made(render(marks, BUTTON)));
  fc.assert(
    fc.property(parts, (paper) => {
      const button = `<button>${escapeHtml(paper.title)}, ${paper.upvotes}</button>`;
      const page = template?.fillStored(fillingOf(paper, button));
      const filled = page?.body.toString() ?? '';
      const wanted = render(paper, button);
      const split = (whole: string) => whole.split('<script>push(');
      expect(split(filled)[0]).toBe(split(wanted)[0]);
      const dataOf = (whole: string) => {
        const [script = ''] = split(whole)[1]?.split(')</script>') ?? [];
        return JSON.parse(runInNewContext(script)[1]);
      };
      expect(dataOf(filled)).toEqual(dataOf(wanted));
    }),
  );
});

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.constantFrom('id', 'title', 'html'), tie('value')),
  ),
})).value;

/** As React reads its data. */
const readData = (one: unknown): unknown => {
  if (typeof one === 'string') {
    if (one.startsWith('$') && !one.startsWith('$$')) throw new Error(`${one} has a meaning`);
    return one.startsWith('$$') ? one.slice(1) : one;
  }
  if (Array.isArray(one)) return one.map(readData);
  if (typeof one !== 'object' || one === null) return one;
  return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, readData(each)]));
};

test('a mark takes any data, with the HTML that React makes of it', () => {
  const source = { path: '/papers/new/8888888', marks: ['rows'], words: { page: '8888888' } };
  const page = (rows: string, data: unknown, number: string) =>
    `<p>${number}</p><ol>${rows}</ol><script>push([1,${inScript(JSON.stringify({ rows: data, page: number }))}])</script>`;
  const template = PageTemplate.of(source, made(page('zzrowszz', 'zzrowszz', '8888888')));
  fc.assert(
    fc.property(value, html, (data, rows) => {
      const filling: Filling = { rows: { html: rows, data }, page: ofHtml('7') };
      const filled = template?.fill(filling).body.toString() ?? '';
      const [shown, script = ''] = filled.split('<script>push(');
      expect(shown).toBe(`<p>7</p><ol>${rows}</ol>`);
      const [code = '', rest] = script.split(')</script>');
      expect(rest).toBe('');
      const read = JSON.parse(runInNewContext(code)[1]);
      expect(readData(read)).toEqual({ rows: data, page: '7' });
    }),
  );
});

test('its headers are those of a page whose scripts may run', () => {
  const template = PageTemplate.of(SOURCE, made(render(marks, BUTTON)));
  const page = template?.fillStored(fillingOf(marks, BUTTON));
  expect(page?.status).toBe(200);
  expect(page?.headers).toMatchObject({
    'content-type': 'text/html',
    'cache-control': 's-maxage=15, stale-while-revalidate=45',
    'content-security-policy': expect.stringMatching(/script-src 'self' 'sha256-\S+ 'sha256-\S+;/),
  });
  expect(page?.headers.etag).not.toBe('"x"');
});

test('a page that misses a mark is no template, and is asked for again', async () => {
  const whole = render(marks, BUTTON);
  const broken = [
    made(whole, 500),
    made(whole.replaceAll('zzsimilarzz', '')),
    made(whole.replace(BUTTON, '<button>')),
    made(whole.replace('\\"7\\",', '')),
    made(whole.replace('{\\"__html\\":\\"zzsimilarzz\\"}', '')),
    made(whole.replace(BUTTON, BUTTON + BUTTON)),
  ];
  for (const page of broken) expect(PageTemplate.of(SOURCE, page)).toBe(null);
  const templates = new PageTemplates();
  const asked: string[] = [];
  for (const page of [made(whole, 500), made(whole), made('')]) {
    await templates.get(SOURCE, async ({ path }) => {
      asked.push(path);
      return page;
    });
  }
  expect(asked).toEqual([`/papers/${SLUG}`, `/papers/${SLUG}`]);
});

const hasTemplate = (url: string): boolean =>
  askedOf({ method: 'GET', url, headers: {} } as never)?.hasTemplate === true;

test('no client may ask for a template, and every paper may be filled into one', () => {
  for (const path of [SLUG, 'trending/8888888', 'year/2020/8888888', 'with-code/8888888']) {
    expect(isUnusedDoor(`/papers/${path}`)).toBe(true);
  }
  expect(isUnusedDoor('/topics/CS.LG/8888888')).toBe(true);
  expect(isUnusedDoor('/topics/cs.LG/new/8888888')).toBe(true);
  expect(isUnusedDoor('/papers/xtemplat')).toBe(false);
  expect(isUnusedDoor('/papers/2601.00001/thread/8888888')).toBe(false);
  expect(hasTemplate('/papers/2601.00001')).toBe(true);
  expect(hasTemplate('/papers/hep-th/9901001')).toBe(false);
  expect(hasTemplate('/papers/2601.00001/versions')).toBe(false);
});

test.each<[string, NumberedPage | null]>([
  ['/papers/trending/2', { feed: { kind: 'trending' }, page: 2 }],
  ['/papers/new/100', { feed: { kind: 'new' }, page: 100 }],
  ['/papers/year/2024/3', { feed: { kind: 'year', year: 2024 }, page: 3 }],
  ['/topics/cs.LG/3', { feed: { kind: 'topic', topic: 'cs.LG', order: 'trending' }, page: 3 }],
  ['/topics/cs.LG/new/3', { feed: { kind: 'topic', topic: 'cs.LG', order: 'new' }, page: 3 }],
  ...[
    '/papers/trending/1',
    '/papers/new',
    '/papers/new/101',
    '/papers/New/2',
    '/topics/CS.lg/2',
    '/topics/no.XX/2',
    '/topics/cs.LG/date/2026-01-02/2',
    '/papers/date/2026-01-02/2',
    '/papers/2601.00001/2',
    '/papers/new/2/',
    '/papers/new/2.atom',
    '/papers/new/8888888',
  ].map((url): [string, null] => [url, null]),
])('%s is a page that may be filled, or none', (url, page) => {
  expect(numberedPage(url)).toEqual(page);
  // Others are made by Next, in whatever way they are asked for.
  if (page) expect(hasTemplate(url)).toBe(true);
});
