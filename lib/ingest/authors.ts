import { texToUnicode } from '@/lib/markup/tex-accents';
import { isSuffix } from '@/lib/papers/names';

const NOBODY = /^(?:et\.? al\.?|others|and others|\.+)$/i;
const GROUP = '(?:collaboration|consortium|consortia|team|group|network|project)';
/** One name of several groups: "The X and Y Collaborations", and "ATLAS and CMS Collaborations". */
const JOINT_GROUP = new RegExp(
  `\\bthe\\s(?:(?!\\b${GROUP}s?\\b|[;:]|\\b\\p{Lu}\\.).){1,200}?\\b(?:and|&)\\s(?:(?!\\b${GROUP}s?\\b|[,;:]|\\bthe\\s|\\b\\p{Lu}\\.).){1,100}?\\b${GROUP}s?\\b` +
    `|(?<=^|[,;:]\\s)(?:(?!\\b${GROUP}s?\\b|[,;:]|\\bthe\\s|\\b\\p{Lu}\\.).){1,100}?\\sand\\s(?:(?!\\b${GROUP}s?\\b|[,;:]|\\bthe\\s|\\b\\p{Lu}\\.).){1,100}?\\b${GROUP}s\\b`,
  'giu',
);
/** "(Joe)" in "You (Joe) Zhou" belongs to the name: letters, with more of the name after it. */
const NICKNAME = /^\(\p{Letter}[\p{Letter}'. -]{0,20}\)$/u;
const GOES_ON = /^\s+(?!and\b)\p{Letter}/u;

/**
 * Parses arXiv's author string, such as "A. Foo, B. Bar (1) and C. Baz (2) ((1) Univ. X, (2) Y)",
 * into names in order, without affiliations, and with TeX accents as Unicode.
 */
export function parseAuthors(text: string): string[] {
  const names: string[] = [];
  const plain = withoutAffiliations(texToUnicode(text.replace(/\s+/g, ' ')));
  const groups: string[] = [];
  const marked = plain.replace(JOINT_GROUP, (group) => `\ufdd0${groups.push(group) - 1}\ufdd0`);
  for (const part of marked.split(/[,;]|:\s|:$|\s+and\s+|\s+&\s+|^and\s+/)) {
    const whole = part.replace(/\ufdd0(\d+)\ufdd0/g, (_, at) => groups[Number(at)] ?? '');
    const name = cleanName(whole.replace(/^\s*and\s+/, ''));
    if (!name || NOBODY.test(name)) continue;
    const previous = names.at(-1);
    if (previous && isSuffix(name)) names[names.length - 1] = `${previous} ${name}`;
    else names.push(name);
  }
  return names;
}

/**
 * Cleans an author's name: folds whitespace, converts TeX accents to Unicode, removes stray braces
 * and ties.
 */
export const cleanName = (name: string): string =>
  texToUnicode(name)
    .replace(/[{}]/g, '')
    .replace(/[~\s]+/g, ' ')
    // "A.B.Hanson": initials without spaces.
    .replace(/(?<=(?:^|[\s.-])\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, ' ')
    .trim();

function withoutAffiliations(text: string): string {
  let kept = '';
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '(') {
      if (depth === 0) start = i;
      depth += 1;
    } else if (char === ')' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      const group = text.slice(start, i + 1);
      kept += NICKNAME.test(group) && GOES_ON.test(text.slice(i + 1, i + 12)) ? group : ' ';
    } else if (depth === 0) {
      kept += char;
    }
  }
  return kept;
}
