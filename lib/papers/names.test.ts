import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { keyName, nameParts, printedName } from './names';

describe('a name in parts', () => {
  it.each<[given: string, family: string, suffix: string, printed: string]>([
    ['Ada', 'Example', '', 'Ada Example'],
    ['John', 'Smith', 'Jr.', 'John Smith Jr.'],
    ['John, Jr.', 'Smith', '', 'John Smith Jr.'],
    ['John', 'Smith, III', '', 'John Smith III'],
    ['明', '王', '', '王明'],
    ['길동', '홍', '', '홍길동'],
    ['太郎', '山田', '', '山田太郎'],
    ['Xiao Ming', 'Wang', '', 'Xiao Ming Wang'],
    ['', 'Prayitno', '', 'Prayitno'],
    ['Madonna', '', '', 'Madonna'],
  ])('%s · %s · %s is printed as %s', (given, family, suffix, printed) => {
    expect(printedName(given, family, suffix)).toBe(printed);
  });

  it.each<[string, string]>([
    ['Ashish Vaswani', 'Vaswani'],
    ['Laurens van der Maaten', 'Maaten'],
    ['J. Edward Swan II', 'Swan'],
    ['Daniel J. Costello Jr.', 'Costello'],
    ['Daniel J. Costello, Jr.', 'Costello'],
    ['Henry Louis Gates III', 'Gates'],
    ['The ATLAS and CMS Collaborations', 'ATLAS'],
    ['LIGO Scientific Collaboration', 'LIGO'],
    ['王明', '王明'],
    ['Prayitno', 'Prayitno'],
  ])('%s is cited by %s', (printed, word) => {
    expect(keyName(printed)).toBe(word);
  });

  it('never takes a suffix for the family name', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    const suffix = fc.constantFrom('Jr.', 'Jr', 'Sr.', 'II', 'III', 'IV');
    fc.assert(
      fc.property(word, word, suffix, (given, family, end) => {
        expect(nameParts(printedName(given, family, end))).toEqual({ family, given, suffix: end });
        expect(keyName(`${given} ${family} ${end}`)).toBe(family);
      }),
    );
  });
});
