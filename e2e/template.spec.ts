import { expectHydrated } from './support/hydrated';
import { paperOf } from './support/papers';
import { expect, test } from './support/test';

/** The HTML of a page without scripts, with the few things that may be written in two ways. */
const htmlOf = (page: string): string =>
  page
    .replace(/<script>.*?<\/script>/gs, '')
    .replaceAll('&#39;', '&#x27;')
    .replace(/As of <time.*?<\/time>/g, '');

const PAPERS = [paperOf('upvoted offline'), paperOf('clicked fast'), paperOf('claimed')];

test('a paper that is put into a template is the page that Next renders', async ({
  page,
  request,
}) => {
  let filled = 0;
  for (const slug of PAPERS) {
    const path = `/papers/${slug}`;
    const own = await request.get(path);
    // With a token the outer server leaves the request to Next.
    const next = await request.get(path, { headers: { authorization: 'Bearer of nobody' } });
    expect(htmlOf(await own.text())).toBe(htmlOf(await next.text()));
    if (own.headers()['x-nextjs-stale-time'] === undefined) filled++;
    await page.goto(path);
    await expectHydrated(page);
  }
  expect(filled).toBeGreaterThan(0);
});
