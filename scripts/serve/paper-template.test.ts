import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escapeHtml } from '@/lib/base/escape';
import fc from '@/lib/base/testing/fast-check';
import { templateParts, templateSlug } from '@/lib/paper-page/template';
import type { PaperParts } from '@/lib/paper-page/types';
import { isUnusedDoor } from '@/lib/web/doors';
import { askedOf } from '@/lib/web/stored/keys';
import { PaperTemplate, PaperTemplates } from './paper-template';

const SLUG = templateSlug({ links: 2, pdf: true });
const marks = templateParts(SLUG) as PaperParts;
const BUTTON = `<button>${marks.title}, ${marks.upvotes}</button>`;

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
  const template = PaperTemplate.of(SLUG, made(render(marks, BUTTON)), BUTTON);
  fc.assert(
    fc.property(parts, (paper) => {
      const button = `<button>${escapeHtml(paper.title)}, ${paper.upvotes}</button>`;
      const page = template?.fill({ parts: paper, button });
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

test('its headers are those of a page whose scripts may run', () => {
  const template = PaperTemplate.of(SLUG, made(render(marks, BUTTON)), BUTTON);
  const page = template?.fill({ parts: marks, button: BUTTON });
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
  ];
  for (const page of broken) expect(PaperTemplate.of(SLUG, page, BUTTON)).toBe(null);
  const templates = new PaperTemplates();
  const filled = { parts: marks, button: BUTTON };
  const asked: string[] = [];
  for (const page of [made(whole, 500), made(whole), made('')]) {
    await templates.get(
      filled,
      () => BUTTON,
      async (path) => {
        asked.push(path);
        return page;
      },
    );
  }
  expect(asked).toEqual([`/papers/${SLUG}`, `/papers/${SLUG}`]);
});

test('no client may ask for a template, and every paper may be filled into one', () => {
  expect(isUnusedDoor(`/papers/${SLUG}`)).toBe(true);
  expect(isUnusedDoor('/papers/xtemplat')).toBe(false);
  const asked = (url: string) => askedOf({ method: 'GET', url, headers: {} } as never)?.paper;
  expect(asked('/papers/2601.00001')).toBe('2601.00001');
  expect(asked('/papers/hep-th/9901001')).toBeUndefined();
  expect(asked('/papers/2601.00001/versions')).toBeUndefined();
});
