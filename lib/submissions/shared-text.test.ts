import { expect, it } from 'vitest';
import { bookmarklet } from './bookmarklet';
import { sharedText } from './shared-text';

it.each([
  [{ url: 'https://arxiv.org/abs/2201.04388' }, 'https://arxiv.org/abs/2201.04388'],
  [{ text: '2201.04388' }, '2201.04388'],
  // Apps share the address within text, or as the title.
  [
    { title: 'Tides', text: 'Worth reading: https://openreview.net/forum?id=YicbFdNTTy (via X)' },
    'https://openreview.net/forum?id=YicbFdNTTy',
  ],
  [{ title: 'https://example.org/tides' }, 'https://example.org/tides'],
  // An identifier takes precedence over the page that mentions it.
  [
    { url: 'https://news.example.org/tides', text: 'doi:10.1145/3292500.3330701' },
    'doi:10.1145/3292500.3330701',
  ],
  [{ text: 'a paper about tides', title: '' }, 'a paper about tides'],
  [{}, ''],
])('%j is a paper to look up', (given, found) => {
  expect(sharedText(given)).toBe(found);
});

it('the bookmarklet leads to its own site, for any name of the site', () => {
  const html = bookmarklet('Submit to "A<b>"', 'https://papers.example.org');
  expect(html).toContain('>Submit to &quot;A&lt;b&gt;&quot;</a>');
  const href = /href="([^"]*)"/.exec(html)?.[1] ?? '';
  const script = decodeURI(
    href.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
  );
  const place = { href: 'https://example.org/a?b=c&d' };
  new Function('location', 'document', script.replace(/^javascript:/, ''))(place, {
    title: 'Tides & moons',
  });
  expect(place.href).toBe(
    'https://papers.example.org/submit?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d&title=Tides%20%26%20moons',
  );
});
