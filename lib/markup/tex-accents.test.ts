import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { accentAt, texAccents, texToUnicode } from './tex-accents';

test.each([
  ['Erd\\H{o}s', 'Erdős'],
  ['Erd\\H os', 'Erdős'],
  ['G\\"odel', 'Gödel'],
  ['G{\\"o}del', 'Gödel'],
  ['G\\"{o}del', 'Gödel'],
  ["Poincar{\\'e}", 'Poincaré'],
  ["Mart\\'{\\i}nez", 'Martínez'],
  ["Mart\\'\\inez", "Mart\\'\\inez"],
  ["Mart\\'\\i nez", 'Martínez'],
  ['\\v{S}koda', 'Škoda'],
  ['\\v Skoda', 'Škoda'],
  ['Aalborg \\AA rhus', 'Aalborg Århus'],
  ['S{\\o}ren', 'Søren'],
  ['S\\o ren', 'Søren'],
  ['Wei\\ss{}', 'Weiß'],
  ['Fran\\c{c}ois', 'François'],
  ['\\L{}ukasz', 'Łukasz'],
  ['{\\L}ukasz', 'Łukasz'],
  ['\\.Zak', 'Żak'],
  ["Nov\\'ak", 'Novák'],
  ['Mu\\~noz', 'Muñoz'],
  ['Monge-Amp\\`ere', 'Monge-Ampère'],
  ['\\u{g}', 'ğ'],
  ['\\k{a}', 'ą'],
  ['\\r{A}', 'Å'],
  ['\\=u', 'ū'],
])('%s is %s', (tex, unicode) => {
  expect(texAccents(tex)).toBe(unicode.normalize('NFC'));
});

test.each([
  ["C\\'eline Comte", 'Céline Comte'],
  ["{\\'E}tienne", 'Étienne'],
  ["\\'{E}tienne", 'Étienne'],
  ["\\' Etienne", 'Étienne'],
  ["\\'Angel Gonz\\'alez", 'Ángel González'],
  ['Gr\\"oll', 'Gröll'],
  ['Gr{\\"{o}}ll', 'Gröll'],
  ['Gen\\c{c}', 'Genç'],
  ['Gen\\c c', 'Genç'],
  ["\\v{S}t\\v{e}p\\'an", 'Štěpán'],
  ["Wo\\'zna-Szcze\\'sniak", 'Woźna-Szcześniak'],
  ['Bo\\.zena', 'Bożena'],
  ['Zaj\\k{a}c', 'Zając'],
  ['Cr\\u{a}ciun', 'Crăciun'],
  ['Erd\\H{o}s', 'Erdős'],
  ["Mar\\'{\\i}a", 'María'],
  ["Mar\\'\\i a", 'María'],
  ['Yakary{\\i}lmaz', 'Yakaryılmaz'],
  ['S{\\o}gaard', 'Søgaard'],
  ['S\\o gaard', 'Søgaard'],
  ['S\\o{}gaard', 'Søgaard'],
  ['{\\O}vrelid', 'Øvrelid'],
  ['M{\\aa}rten', 'Mårten'],
  ['{\\L}ukasz Pawe{\\l}', 'Łukasz Paweł'],
  ['Wei{\\ss}', 'Weiß'],
  ["M. D'Ottaviano", "M. D'Ottaviano"],
  ['Foo \\& Bar', 'Foo & Bar'],
  ['\\command stays', '\\command stays'],
  ["\\'", "\\'"],
  ["O\\'Brien", "O'Brien"],
])('in a name %s is %s', (tex, name) => {
  expect(texToUnicode(tex)).toBe(name);
});

test('commands that only start like an accent or a letter are ignored', () => {
  for (const text of ['\\omega', '\\cite{x}', '\\url{u}', '\\vec x', '\\beta', '\\omit'])
    expect(texAccents(text)).toBe(text);
});

test('an accent in the middle of a text is found at its position', () => {
  expect(accentAt('G\\"{o}del', 1)).toEqual({ text: 'ö', length: 5 });
  expect(accentAt('G\\"{o}del', 0)).toBeNull();
});

test('never throws, and is idempotent', () => {
  const piece = fc.constantFrom('\\', "'", '"', '{', '}', 'i', 'o', 'v', 'H', '~', '^', ' ', 'ß');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const once = texAccents(pieces.join(''));
      expect(once).toBe(once.normalize('NFC'));
      expect(() => texToUnicode(once)).not.toThrow();
    }),
  );
});
