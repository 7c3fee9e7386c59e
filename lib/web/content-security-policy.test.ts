import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import {
  inlineScripts,
  joinScripts,
  sealPage,
  storedPagePolicy,
} from './content-security-policy.mjs';

const pieces = fc.constantFrom(
  '<script>a()</script>',
  '<script>b("<\\/script>")</script>',
  '<script></script>',
  '<script src="/a.js" async=""></script>',
  '<script id="x" nonce="y">c()</script>',
  '<p>text</p>',
  ' ',
  ';',
  '<!--$-->',
);
const pages = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(''));

/** As patterns say it, which take too long on a whole page. */
const RUN = /(?:<script>(?:(?!<\/script>)[\s\S])*<\/script>){2,}/g;
const joinedByPattern = (html: string) =>
  html.replace(
    RUN,
    (run) => `<script>${run.slice(8, -9).split('</script><script>').join(';')}</script>`,
  );
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

test('neighbouring scripts are joined as the pattern joins them', () => {
  fc.assert(
    fc.property(pages, (html) => {
      expect(joinScripts(html)).toBe(joinedByPattern(html));
      expect(inlineScripts(html)).toEqual([...html.matchAll(INLINE)].map(([, script]) => script));
    }),
  );
});

test.each(['<script>a', '<script', 'a<script>b</script>c<script>', ''])(
  'what is cut off (%j) stays as it is',
  (html) => {
    expect(joinScripts(html)).toBe(html);
    expect(storedPagePolicy(html)).toContain("script-src 'self'");
    expect(sealPage(Buffer.from(html)).body.toString()).toBe(html);
  },
);

test('on bytes, both come out the same', () => {
  fc.assert(
    fc.property(pages, fc.constantFrom('', '<script>é…</script>'), (start, end) => {
      const joined = joinScripts(start + end);
      const { body, policy } = sealPage(Buffer.from(start + end));
      expect(body.toString()).toBe(joined);
      expect(policy).toBe(storedPagePolicy(joined));
    }),
  );
});
