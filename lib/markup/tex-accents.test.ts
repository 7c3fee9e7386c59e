import { describe, expect, it } from 'vitest';
import { texToUnicode } from './tex-accents';

describe('texToUnicode', () => {
  it.each([
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
    ["Mar\\'\\i a", 'Marí a'],
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
  ])('%s is %s', (tex, text) => {
    expect(texToUnicode(tex)).toBe(text);
  });
});
