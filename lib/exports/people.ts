/** A person's name in the parts that bibliographies sort by, or a name that has none. */
export type Name = { family: string; given: string; suffix?: string } | { literal: string };

const GROUP = /,|\b(collaboration|consortium|team|group|project)\b/i;
const SUFFIX = /^(jr\.?|sr\.?|i{2,3}|iv)$/i;

/**
 * `Laurens van der Maaten` → van der Maaten, Laurens. Names come as they are printed, so the last
 * word is taken for the family's, with the small words before it.
 */
export function nameParts(printed: string): Name {
  const name = printed.replace(/\s+/g, ' ').trim();
  const words = name.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  if (words.length < 2 || GROUP.test(name)) return { literal: name };
  let start = words.length - 1;
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] ?? '')) start--;
  return {
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    ...(suffix && { suffix }),
  };
}
