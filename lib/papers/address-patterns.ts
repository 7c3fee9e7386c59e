import { CATEGORIES } from './categories';

/** What a parameter of an address can be, for rewrites (path-to-regexp) and regular expressions. */
export const PATTERNS = {
  /** What arXiv has or had as a category, and nothing else. */
  topic: CATEGORIES.map((name) => name.replace('.', '\\.')).join('|'),
  date: '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])',
  week: '(?:19|20)\\d{2}-W(?:0[1-9]|[1-4]\\d|5[0-3])',
  month: '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])',
  year: '(?:19|20)\\d{2}',
  /**
   * An organization's slug in any case; the page leads to the one in lower case. What ends like a
   * feed is one.
   */
  organization: '[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?<!\\.(?:rss|atom|json))',
  /** In any case: the page leads to the spelling that is somebody's. */
  handle: '[a-zA-Z0-9][a-zA-Z0-9_-]{0,28}[a-zA-Z0-9]',
  /** Of a collection. */
  key: '[a-z2-9]{16}',
  section: 'papers|submissions|comments|upvotes|collections',
} as const;

const patternOf = (name: string): string => PATTERNS[name as keyof typeof PATTERNS];

/** `/topics/:topic/new` → `/topics/:topic(cs\.CV|…)/new`, as a rewrite takes it. */
export const rewriteSource = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => `:${name}(${patternOf(name)})`);

const compiled = new Map<string, RegExp>();

/** The parameters of `path` if it is an address of this pattern, in any case, or null. */
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
