import { parseFeed } from 'feedsmith';
import { facts } from './support/facts';
import { expect, test } from './support/test';

/** A page, and a feed that it must link to. */
const PAGES: [page: string, feed: string][] = [
  ['/', '/trending.atom'],
  ['/papers/new', '/papers/new.atom'],
  ['/papers/discussed', '/comments.atom'],
  ['/papers/with-code', '/papers/with-code.atom'],
  ['/papers', '/papers.atom'],
  ['/papers/week', '/papers/week.atom'],
  ['/topics/cs.LG', '/topics/cs.LG.atom'],
  ['/topics/cs.LG/new', '/topics/cs.LG/new.atom'],
  ['/topics/cs.LG/month', '/topics/cs.LG/month.atom'],
  ['/papers/filter?topic=cs.LG&code=1', '/papers/filter.atom?topic=cs.LG&code=1'],
  ['/search?q=learning&code=1', '/search.atom?q=learning&code=1'],
];

test('each page links its feeds, which parse in every format and support 304', async ({
  page,
  request,
  siteUrl,
}) => {
  const { slug } = await facts(siteUrl);
  const pages = [...PAGES, [`/papers/${slug}`, `/papers/${slug}/comments.atom`] as const];
  await page.goto('/about');
  for (const [address, feed] of pages) {
    const html = await (await request.get(address)).text();
    for (const format of ['rss', 'atom', 'json']) {
      const path = feed.replace('.atom', `.${format}`);
      expect(html, address).toContain(`href="${siteUrl}${path.replaceAll('&', '&amp;')}"`);
      const response = await request.get(path);
      expect([path, response.status()]).toEqual([path, 200]);
      expect(response.headers()['content-type']).toContain(format);
      expect(response.headers()['cache-control']).toContain('s-maxage');
      const text = await response.text();
      expect(parseFeed(text).format).toBe(format);
      expect(text).toContain(siteUrl);
      if (format === 'json') continue;
      // Also parsed by the browser, whose parser is stricter than most.
      const broken = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')
            ?.textContent ?? null,
        text,
      );
      expect([path, broken]).toEqual([path, null]);
    }
    const { etag = '', 'last-modified': since = '' } = (await request.get(feed)).headers();
    const conditions: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-modified-since': since },
    ];
    for (const headers of conditions) {
      await expect(async () => {
        const again = await request.get(feed, { headers });
        expect([feed, again.status(), (await again.body()).length]).toEqual([feed, 304, 0]);
      }).toPass();
    }
  }
});

test('papers, lists and searches are exported in every format', async ({ request, siteUrl }) => {
  const { slug } = await facts(siteUrl);
  const starts = { bib: '@', ris: 'TY  - ', 'csl.json': '[', csv: '\ufeff"title",' };
  for (const [format, start] of Object.entries(starts)) {
    for (const [list, query, name] of [
      [`/papers/${slug}`, '', slug],
      ['/trending', '', 'trending'],
      ['/papers/week', '', 'papers-week'],
      ['/topics/cs.LG', '', 'topics-cs.LG'],
      ['/search', '?q=learning', 'search-learning'],
      ['/papers/filter', '?topic=cs.LG&code=1', 'papers'],
    ]) {
      const path = `${list}/export.${format}${query}`;
      const response = await request.get(path);
      expect([path, response.status()]).toEqual([path, 200]);
      expect((await response.text()).startsWith(start), path).toBe(true);
      expect(response.headers()['content-disposition']).toBe(
        `attachment; filename="${name}.${format}"`,
      );
    }
  }
  for (const path of [
    '/papers/0704.99999/export.bib',
    '/search/export.csv',
    '/papers/new/export.txt',
  ]) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, 404]);
  }
});

test('a page has metadata for sharing and for citing', async ({ page, request, siteUrl }) => {
  const { slug } = await facts(siteUrl);
  await page.goto(`/papers/${slug}`);
  const title = (await page.title()).replace(/ · .*$/, '');
  const field = (name: string) => page.locator(`meta[name="${name}"]`).first();
  await expect(field('citation_title')).toHaveAttribute('content', title);
  await expect(field('citation_author')).toHaveAttribute('content', /\S/);
  await expect(field('citation_publication_date')).toHaveAttribute(
    'content',
    /^\d{4}\/\d\d\/\d\d$/,
  );
  await expect(field('citation_arxiv_id')).toHaveAttribute('content', slug);
  await expect(field('twitter:card')).toHaveAttribute('content', 'summary_large_image');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'ScholarlyArticle', headline: title });
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    `${siteUrl}/papers/${slug}`,
  );

  for (const [address, picture] of [
    [`/papers/${slug}`, `/papers/${slug}/card.png`],
    ['/topics/cs.LG', '/topics/cs.LG/card.png'],
    ['/', '/card.png'],
  ] as const) {
    await page.goto(address);
    const named = page.locator('meta[property="og:image"]');
    await expect(named).toHaveAttribute('content', siteUrl + picture);
    const response = await request.get(picture);
    expect([picture, response.status()]).toEqual([picture, 200]);
    expect(response.headers()['content-type']).toBe('image/png');
    expect((await response.body()).subarray(1, 4).toString()).toBe('PNG');
    const { etag = '' } = response.headers();
    expect((await request.get(picture, { headers: { 'if-none-match': etag } })).status()).toBe(304);
  }
});

test('there are no feeds of what does not exist', async ({ request }) => {
  for (const path of [
    '/papers/nothing.atom',
    '/topics/cs.XY.rss',
    '/papers/new.xml',
    '/papers/0704.99999/comments.atom',
    '/u/nobody-has-this.atom',
    '/search.atom',
    '/papers/filter.atom?year=24',
    '/moderation.atom',
    '/papers/0704.99999/card.png',
  ]) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, 404]);
  }
});

test('a user finds the feed on the page and can read it in the browser', async ({ page }) => {
  await page.goto('/papers/discussed');
  await page.locator('summary', { hasText: 'Subscribe or export' }).click();
  const formats = page.getByRole('list', { name: 'All new comments' });
  await formats.getByRole('link', { name: 'Atom' }).click();
  await expect(page).toHaveURL('/comments.atom');
  await expect(page.getByText('This is a feed (Atom)')).toBeVisible();
  const title = page.getByText('New comments ·');
  await expect(title).toBeVisible();
  expect(await title.evaluate((element) => getComputedStyle(element).fontSize)).toBe('22px');
  // An XHTML element within XML, which has no role.
  await page.getByText('Read it as a page').click();
  await expect(page).toHaveURL('/papers/discussed');
});
