import { foldLetters } from '@/lib/base/fold-letters';
import { RESERVED } from '@/lib/people/reserved';

const LONGEST = 40;

/**
 * Returns candidate addresses for a group, best first: the letters a to z of its name, with a
 * number if taken. A name without such letters, or with the address of a page, becomes `group`.
 */
export function groupSlugs(name: string, suffix: string): string[] {
  const letters = foldLetters(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  const plain = letters.length > 1 && !RESERVED.has(letters);
  const base = letters ? (plain ? letters : `group-${letters}`) : 'group';
  const numbered = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${base}-${n}`);
  return [...(letters ? [base, ...numbered] : []), `${base}-${suffix}`];
}
