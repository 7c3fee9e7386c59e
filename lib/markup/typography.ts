/** Returns the typeset form of the characters at `at`, and their length in the source. */
export function typographic(text: string, at: number): { text: string; length: number } {
  const character = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const next = text[at + 1] ?? ' ';
  if (character === '-' && next === '-') return dashes(text, at, before);
  if (character === '`' && next === '`') return { text: '“', length: 2 };
  if (character === '`' && QUOTED.test(text.slice(at, at + 90))) return { text: '‘', length: 1 };
  if (character === "'") {
    return next === "'" && before !== ' ' ? { text: '”', length: 2 } : { text: '’', length: 1 };
  }
  // A tie between words; before a number, a tilde means "about".
  if (character === '~' && /[^\s(~]/.test(before) && /[^\s~]/.test(next)) {
    return { text: '\u00a0', length: 1 };
  }
  return { text: character, length: 1 };
}

const QUOTED = /^`[^`'\n]{1,80}'(?![A-Za-z])/;

function dashes(text: string, at: number, before: string): { text: string; length: number } {
  const length = text[at + 2] === '-' ? 3 : 2;
  const next = text[at + length] ?? '';
  const option = /\s/.test(before) && /[A-Za-z]/.test(next);
  if (next === '-' || before === '-' || option) return { text: '-', length: 1 };
  return { text: length === 3 ? '—' : '–', length };
}
