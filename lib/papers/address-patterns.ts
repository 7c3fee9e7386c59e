import { CATEGORIES } from './categories';

/** Patterns of address parameters, for rewrites (path-to-regexp) and regular expressions. */
export const PATTERNS = {
  /** Current and former arXiv categories only. */
  topic: CATEGORIES.map((name) => name.replace('.', '\\.')).join('|'),
  date: '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])',
  week: '(?:19|20)\\d{2}-W(?:0[1-9]|[1-4]\\d|5[0-3])',
  month: '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])',
  year: '(?:19|20)\\d{2}',
  /**
   * An organization's slug in any case; the page redirects to lower case. An address with a feed's
   * extension is a feed.
   */
  organization: '[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?<!\\.(?:rss|atom|json))',
  /** In any case; the page redirects to the user's spelling. */
  handle: '[a-zA-Z0-9][a-zA-Z0-9_-]{0,28}[a-zA-Z0-9]',
  /** A collection's key. */
  key: '[a-z2-9]{16}',
  section: 'papers|submissions|comments|upvotes|collections',
} as const;

const patternOf = (name: string): string => PATTERNS[name as keyof typeof PATTERNS];

/** Converts a path to a rewrite's source: `/topics/:topic/new` → `/topics/:topic(cs\.CV|…)/new`. */
export const rewriteSource = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => `:${name}(${patternOf(name)})`);

const compiled = new Map<string, RegExp>();

/** Returns the parameters of `path` if it matches this pattern, in any case, or null. */
export function matchAddress(pattern: string, path: string): Record<string, string> | null {
  let expression = compiled.get(pattern);
  if (!expression) {
    const source = pattern.replace(
      /:(\w+)/g,
      (_, name: string) => `(?<${name}>${patternOf(name)})`,
    );
    expression = new RegExp(`^${source}$`, 'i');
    compiled.set(pattern, expression);
  }
  const match = expression.exec(path);
  return match && { ...match.groups };
}
