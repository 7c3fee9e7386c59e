import { siteUrl } from '@/lib/base/env';

const LONGEST = 2000;
/** Pages that it makes no sense to return to, and addresses that are not pages. */
const NEVER = /^\/(api|do|me|mail|sign-in|welcome|mailbox|_next)(\/|$)/;

/**
 * Returns a safe path of this site to return to after signing in, `/` for anything else. Accepts a
 * path or an absolute address of this site; the input is untrusted.
 */
export function returnPath(wanted: unknown, site = siteUrl()): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return '/';
  // Browsers drop tabs and line breaks and read a backslash as a slash: rejected, not repaired.
  if (/[\p{Cc}\\]/u.test(wanted) || wanted !== wanted.trim()) return '/';
  const { origin, protocol } = new URL(site);
  const absolute = wanted.startsWith('/') ? `${origin}${wanted}` : wanted;
  if (!URL.canParse(absolute)) return '/';
  const url = new URL(absolute);
  // Compare the protocol too: a blob has the origin of its creator.
  if (url.origin !== origin || url.protocol !== protocol) return '/';
  if (url.username || url.password) return '/';
  // `/.//host` becomes `//host` once the dots are resolved.
  if (url.pathname.startsWith('//') || NEVER.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Adds the return path to `page`, omitted for the front page. */
export function withReturn(page: string, from: unknown, more: Record<string, string> = {}): string {
  const path = returnPath(from);
  const query = new URLSearchParams({ ...more, ...(path === '/' ? {} : { from: path }) });
  return query.size ? `${page}?${query}` : page;
}
