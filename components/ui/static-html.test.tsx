import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { staticHtml } from './static-html';

const hostile = `</p><script>alert("1")</script> & ' \u2028`;
const Badge = ({ children, title }: { children: ReactNode; title?: string }) => (
  <span className="badge" title={title}>
    {children}
  </span>
);

const cases: Record<string, ReactNode> = {
  nothing: [null, undefined, false, true, ''],
  'text and numbers': ['a < b & c', 0, 12.5],
  'components, lists and fragments': (
    <ul>
      {[1, 2].map((n) => (
        <li key={n}>
          <Badge title={hostile}>{n}</Badge>
          {hostile}
        </li>
      ))}
    </ul>
  ),
  attributes: (
    <div hidden id="x" tabIndex={-1} aria-hidden="true" aria-busy={false} data-on={true}>
      <time dateTime="2026-01-02T03:04:05Z">2 Jan</time>
      <a href="/a?b=1&c=2">a</a>
      <hr title={hostile} />
      <details open={false}>
        <summary>More</summary>
      </details>
    </div>
  ),
  styles: (
    <p
      style={{ width: 12, maxWidth: '50%', '--h': 200, backgroundColor: 'red' } as CSSProperties}
    />
  ),
  drawings: (
    <svg viewBox="0 0 1 1" className="i" aria-hidden="true">
      <path d="M0 0" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  ),
  HTML: <p dangerouslySetInnerHTML={{ __html: '<b>bold</b>' }} />,
};

it.each(Object.entries(cases))('%s: as react-dom renders it', (_, node) => {
  // Two ways to write an apostrophe, and a name in which HTML ignores the case.
  const same = (html: string) =>
    html.replaceAll('&#x27;', '&#39;').replaceAll('dateTime=', 'datetime=');
  expect(same(staticHtml(node))).toBe(same(renderToStaticMarkup(node)));
});

it('a link becomes a plain one', () => {
  const link = (
    <Link href="/papers/1" prefetch={false} className="c">
      A paper
    </Link>
  );
  expect(staticHtml(link)).toBe('<a href="/papers/1" class="c">A paper</a>');
});
