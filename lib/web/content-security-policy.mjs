// Plain JavaScript, because Next loads the cache handler that needs it without a compiler.
import { createHash } from 'node:crypto';

const BASE = [
  "default-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "manifest-src 'self'",
];

/**
 * The policy of a page.
 * @param {string[]} scripts sources besides 'self', such as `'sha256-…'` or `'nonce-…'`
 * @param {string[]} [formTargets] origins that a form may lead to, besides our own
 * @returns {string}
 */
export const pagePolicy = (scripts, formTargets = []) =>
  [
    ...BASE,
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ].join('; ');

/** What every answer carries that has no policy of its own: nothing is allowed. */
export const STRICTEST_POLICY =
  "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/** What the development server needs on top: evaluation and its web socket. */
export const DEVELOPMENT_POLICY = [
  ...BASE.filter((directive) => !directive.startsWith('connect-src')),
  "connect-src 'self' ws:",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "form-action 'self' https: http:",
].join('; ');

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const RUN_OF_SCRIPTS = /(?:<script>(?:(?!<\/script>)[\s\S])*<\/script>){2,}/g;

/**
 * Neighbouring inline scripts as one: a page's data comes in dozens of them, and a hash for each
 * would make a header that proxies refuse.
 * @param {string} html
 * @returns {string}
 */
export const joinScripts = (html) =>
  html.replace(
    RUN_OF_SCRIPTS,
    (run) => `<script>${run.slice(8, -9).split('</script><script>').join(';')}</script>`,
  );

/**
 * The policy of a stored page: only the inline scripts that it was stored with may run.
 * @param {string} html
 * @returns {string}
 */
export function storedPagePolicy(html) {
  const hashes = new Set();
  for (const [, script] of html.matchAll(INLINE_SCRIPT)) {
    if (!script) continue;
    hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  }
  return pagePolicy([...hashes]);
}
