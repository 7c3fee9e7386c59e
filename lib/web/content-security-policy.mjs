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

const OPEN = '<script>';
const CLOSE = '</script>';

/**
 * Merges neighbouring inline scripts: a page's data comes in dozens of them, and a hash for each
 * would make a header that proxies refuse. Looks for fixed texts only: a pattern over a whole page
 * took longer than rendering it.
 * @param {string} html
 * @returns {string}
 */
export function joinScripts(html) {
  let joined = '';
  let copied = 0;
  for (let at = html.indexOf(OPEN); at !== -1; ) {
    const end = html.indexOf(CLOSE, at + OPEN.length);
    if (end === -1) break;
    const after = end + CLOSE.length;
    if (html.startsWith(OPEN, after)) {
      joined += `${html.slice(copied, end)};`;
      copied = after + OPEN.length;
      at = after;
    } else {
      at = html.indexOf(OPEN, after);
    }
  }
  return joined + html.slice(copied);
}

/**
 * Returns what the inline scripts of a page hold, in their order.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScripts(html) {
  const scripts = [];
  for (let at = html.indexOf('<script'); at !== -1; ) {
    const open = html.indexOf('>', at);
    if (open === -1) break;
    const end = html.indexOf(CLOSE, open + 1);
    if (end === -1) break;
    if (!/\ssrc=/.test(html.slice(at, open))) scripts.push(html.slice(open + 1, end));
    at = html.indexOf('<script', end + CLOSE.length);
  }
  return scripts;
}

/**
 * The source of an inline script in a policy.
 * @param {string | Buffer} script
 * @returns {string}
 */
export const hashOf = (script) =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * The policy of a stored page: only the inline scripts that it was stored with may run.
 * @param {string} html
 * @returns {string}
 */
export function storedPagePolicy(html) {
  const hashes = new Set();
  for (const script of inlineScripts(html)) {
    if (script) hashes.add(hashOf(script));
  }
  return pagePolicy([...hashes]);
}

const TAG = Buffer.from('<script');
const [OPENING, CLOSING] = [Buffer.from(OPEN), Buffer.from(CLOSE)];
const BETWEEN = Buffer.from(';');
const HAS_SOURCE = /\ssrc=/;

/**
 * Does what `joinScripts` and then `storedPagePolicy` do, on bytes: a page that is made for each
 * query would be decoded, searched twice and encoded again.
 * @param {Buffer} html
 * @returns {{ body: Buffer, policy: string }}
 */
export function sealPage(html) {
  const kept = [];
  const hashes = new Set();
  let copied = 0;
  let at = html.indexOf(TAG);
  while (at !== -1) {
    const open = html.indexOf('>', at);
    if (open === -1) break;
    let end = html.indexOf(CLOSING, open + 1);
    if (end === -1) break;
    const isInline = !HAS_SOURCE.test(html.toString('latin1', at, open));
    const hash = isInline ? createHash('sha256').update(html.subarray(open + 1, end)) : null;
    let isEmpty = end === open + 1;
    // Only bare scripts are joined, with those that follow at once.
    while (open + 1 === at + OPENING.length && isBareAt(html, end + CLOSING.length)) {
      const from = end + CLOSING.length + OPENING.length;
      const next = html.indexOf(CLOSING, from);
      if (next === -1) break;
      kept.push(html.subarray(copied, end), BETWEEN);
      hash?.update(BETWEEN).update(html.subarray(from, next));
      isEmpty = false;
      copied = from;
      end = next;
    }
    if (hash && !isEmpty) hashes.add(`'sha256-${hash.digest('base64')}'`);
    at = html.indexOf(TAG, end + CLOSING.length);
  }
  kept.push(html.subarray(copied));
  return { body: Buffer.concat(kept), policy: pagePolicy([...hashes]) };
}

/** @param {Buffer} html @param {number} at */
const isBareAt = (html, at) => html.subarray(at, at + OPENING.length).equals(OPENING);
