/** A person's name in the parts that bibliographies sort by, or a literal name. */
export type Name = { family: string; given: string; suffix?: string } | { literal: string };

const GROUP_NOUN =
  /\b(?:collaborations?|consortium|consortia|teams?|groups?|projects?|networks?|initiatives?|investigators)\b/i;
const SUFFIX = /^(?:jr|sr|jnr|snr|ii|iii|iv|2nd|3rd)\.?$/i;
/** Names in these scripts have the family name first, without a space. */
const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

/** Returns whether a word is a name suffix: Jr., III. */
export const isSuffix = (word: string): boolean => SUFFIX.test(word.trim());

/** Returns whether an author is a group, whose name is never split. */
export const isGroupName = (name: string): boolean => GROUP_NOUN.test(name);

/** Returns a printed name from its parts at the source; East Asian names in their order. */
export function printedName(given: string, family: string, suffix = ''): string {
  // "John, Jr." and "Smith III" have the suffix in another part.
  const [first = '', ...after] = given.split(/\s*,\s*/);
  const late = after.filter(isSuffix);
  const trailing = /^(.+)\s+(\S+)$/.exec(first);
  if (trailing && isSuffix(trailing[2] ?? '')) {
    return printedName(trailing[1] ?? '', family, trailing[2]);
  }
  const early = after.filter((part) => !isSuffix(part));
  const parts = [[first, ...early].join(' '), family.replace(/\s*,\s*/g, ' '), suffix, ...late];
  const [one, other] = [parts[0]?.trim() ?? '', family.trim()];
  if (one && other && EAST_ASIAN.test(one) && EAST_ASIAN.test(other)) return other + one;
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

/**
 * Splits a name: `Laurens van der Maaten` → van der Maaten, Laurens. The last word that is no
 * suffix is the family name, with particles before it.
 */
export function nameParts(printed: string): Name {
  const name = printed.replace(/\s+/g, ' ').trim();
  if (isGroupName(name)) return { literal: name };
  const words = name.split(' ');
  const suffix = words.length > 2 && isSuffix(words.at(-1) ?? '') ? words.pop() : undefined;
  if (suffix) words.push((words.pop() ?? '').replace(/,$/, ''));
  if (words.length < 2 || words.some((word) => word.includes(','))) return { literal: name };
  let start = words.length - 1;
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] ?? '')) start--;
  return {
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    ...(suffix && { suffix }),
  };
}

/** Returns the word for a citation key: of a group, the first one that is no article. */
export function keyName(printed: string): string {
  const parts = nameParts(printed);
  if ('family' in parts) return parts.family.split(' ').at(-1) ?? '';
  const words = parts.literal.split(/[\s,]+/).filter((word) => !/^(?:the|a|an)$/i.test(word));
  return (
    (isGroupName(parts.literal) ? words[0] : /,/.test(parts.literal) ? words[0] : words.at(-1)) ??
    ''
  );
}
