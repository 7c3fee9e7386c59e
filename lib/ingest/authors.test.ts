import { describe, expect, it } from 'vitest';
import { parseAuthors } from './authors';

describe('parseAuthors', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Ada Lovelace', ['Ada Lovelace']],
    ['Alexander V. Mamonov, Kui Ren', ['Alexander V. Mamonov', 'Kui Ren']],
    [
      'A. Foo, B. Bar, Tim\n  J. Foxon, and W. F. Gale',
      ['A. Foo', 'B. Bar', 'Tim J. Foxon', 'W. F. Gale'],
    ],
    ['A. Foo and B. Bar and\n  C. Baz', ['A. Foo', 'B. Bar', 'C. Baz']],
    [
      'A. Foo (1), B. Bar (1) and C. Baz (2)\n  ((1) Univ. of X, (2) Y)',
      ['A. Foo', 'B. Bar', 'C. Baz'],
    ],
    ['A. Foo (1 and 2), B. Bar (3) ((1) X (2) Y (3) Z and W)', ['A. Foo', 'B. Bar']],
    ['A. Foo (The X Institute and University of\n  Y) and B. Bar (Z)', ['A. Foo', 'B. Bar']],
    ["Thomas B. (LINCS), C\\'eline Comte (LINCS)", ['Thomas B.', 'Céline Comte']],
    ['Robert K. and Havana (Inbal) Rika', ['Robert K.', 'Havana (Inbal) Rika']],
    ['Hangjin Liu, You (Joe) Zhou, Dror Baron', ['Hangjin Liu', 'You (Joe) Zhou', 'Dror Baron']],
    ['Daniel J. Costello, Jr., B. Bar', ['Daniel J. Costello Jr.', 'B. Bar']],
    ['J. Edward Swan II', ['J. Edward Swan II']],
    ['ATLAS Collaboration: G. Aad, B. Abbott', ['ATLAS Collaboration', 'G. Aad', 'B. Abbott']],
    ['A. Foo, et al.', ['A. Foo']],
    ['Prayitno', ['Prayitno']],
    ["Alexandra And\\'en, Nando\n  de Freitas", ['Alexandra Andén', 'Nando de Freitas']],
    ['A.~Foo, B. Bar (unclosed', ['A. Foo', 'B. Bar']],
  ])('%j', (text, names) => {
    expect(parseAuthors(text)).toEqual(names);
  });

  it('parses 3,303 of them', () => {
    const names = Array.from({ length: 3_303 }, (_, n) => `A. ${'B'.repeat(1 + (n % 7))}${n}`);
    const text = `${names.slice(0, -1).join(' (1), ')} and ${names.at(-1)} ((1) X, Y and Z)`;
    expect(parseAuthors(text)).toEqual(names);
  });
});
