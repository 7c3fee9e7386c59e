import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { foldLetters } from './fold-letters';

const LATIN = /^\p{Script=Latin}$/u;

/** Latin letters of the first Unicode blocks. */
const letters = Array.from({ length: 0x250 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at))
  .filter((letter) => /\p{L}/u.test(letter) && LATIN.test(letter))
  // Clicks and tones have no ASCII base letter.
  .filter((letter) => !/[ǀ-ǃƄƅƧƨƼƽƻƪƾƿǷɁɂȜȝƷƸƹƺǮǯƩƛƍƱƔƢƜɅʌ]/u.test(letter));

describe('foldLetters', () => {
  it.each([
    ['Nils Øbro', 'nils obro'],
    ['Zofia Puchała', 'zofia puchala'],
    ['Straßer STRASSER ẞ', 'strasser strasser ss'],
    ['Đorđe, Đặng', 'dorde, dang'],
    ['Æther œuvre', 'aether oeuvre'],
    ['Işık İzmir Diyarbakır', 'isik izmir diyarbakir'],
    ['Þórður Guðmundsson', 'thordur gudmundsson'],
    ['Ħal Għargħur', 'hal gharghur'],
    ['Aŋŋel', 'angngel'],
    ['Məmmədov', 'memmedov'],
    ['Hawaiʻi', 'hawaii'],
    ['Coŀlecció col·lecció', 'colleccio colleccio'],
    ['Σίσυφος', 'σισυφοσ'],
    ['ﬁne Ｗｉｄｅ', 'fine wide'],
    ['北京 Москва', '北京 москва'],
  ])('%s folds to %s', (text, folded) => expect(foldLetters(text)).toBe(folded));

  it('folds every letter up to U+024F to ASCII', () => {
    expect(letters.filter((letter) => !/^[a-z]+$/.test(foldLetters(letter)))).toEqual([]);
  });

  it('is idempotent and does not depend on case or composition', () => {
    const text = fc.array(fc.constantFrom(...letters, ...'aZ 9-’')).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const folded = foldLetters(one);
        expect(foldLetters(folded)).toBe(folded);
        expect(foldLetters(one.toUpperCase())).toBe(folded);
        expect(foldLetters(one.normalize('NFD'))).toBe(folded);
      }),
    );
  });
});
