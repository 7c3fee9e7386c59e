import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { LONGEST_QUERY, parseQuery, parseTopic, parseYears } from './query';

describe('parseQuery', () => {
  it('folds punctuation, accents and case', () => {
    expect(parseQuery('Poincaré self-supervised L^2').words).toEqual([
      ...['poincare', 'self', 'supervised', 'l', '2'],
    ]);
  });

  it('parses phrases, exclusions, authors, topics and years', () => {
    expect(
      parseQuery(
        '"mixture of experts" -vision author:hinton author:"Ada Lovelace" topic:CS.cl year:2015-2018 router',
      ),
    ).toMatchObject({
      words: ['router'],
      phrases: [['mixture', 'of', 'experts']],
      excluded: [['vision']],
      authors: [['hinton'], ['ada', 'lovelace']],
      topics: ['cs.CL'],
      years: { from: 2015, to: 2018 },
    });
  });

  it('searches for the text of an invalid operator', () => {
    expect(parseQuery('topic:nonsense year:soon').words).toEqual(['nonsense', 'soon']);
  });

  it('ignores quotes and dashes of prose', () => {
    const text = `I look for articles about what is called "type correct" in a message passing system
      -not the whole literature on abstract data types`;
    const { words, phrases, excluded } = parseQuery(text);
    expect([phrases, excluded]).toEqual([[], []]);
    expect(words).toContain('correct');
    expect(words).toContain('not');
  });

  it.each([
    ['2201.04388', '2201.04388'],
    ['https://arxiv.org/abs/2201.04388v2', '2201.04388'],
    ['arXiv:hep-th/9901001', 'hep-th/9901001'],
  ])('parses %s as an identifier', (text, id) => {
    expect(parseQuery(text).arxivId).toBe(id);
  });

  it('parses a DOI with and without its address', () => {
    for (const text of ['10.1145/3292500.3330701', 'https://doi.org/10.1145/3292500.3330701']) {
      expect(parseQuery(text).doi).toBe('10.1145/3292500.3330701');
    }
  });

  it('never throws, and returns normalized words only', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        '-',
        'author:',
        'year:',
        'topic:',
        '“',
        '”',
        ' ',
        '10.1/',
        'cs.LG',
        '2017',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const query = parseQuery(pieces.join(''));
        const words = [query.words, ...query.phrases, ...query.excluded, ...query.authors].flat();
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  // Quadratic time would exceed the timeout of the test.
  it('ends on long and hostile texts', () => {
    for (const unit of ['"', '-"', 'author:"', '- ', 'a"', '10.1234/']) {
      parseQuery(unit.repeat(100_000));
    }
    expect(parseQuery('ab '.repeat(100_000)).text.length).toBeLessThanOrEqual(LONGEST_QUERY);
  });
});

describe('parseYears', () => {
  it.each([
    ['2017', { from: 2017, to: 2017 }],
    ['2015-2018', { from: 2015, to: 2018 }],
    ['2018-2015', { from: 2015, to: 2018 }],
    ['2015-', { from: 2015, to: 9999 }],
    ['-2015', { from: 0, to: 2015 }],
    ['', null],
    ['-', null],
    ['soon', null],
    ['20172018', null],
  ])('parses %j', (text, years) => {
    expect(parseYears(text)).toEqual(years);
  });
});

it('parseTopic recognizes topics and archives in any spelling', () => {
  expect(['CS.lg', 'cs', 'hep-th', 'cs.XX', ''].map(parseTopic)).toEqual([
    ...['cs.LG', 'cs', 'hep-th', null, null],
  ]);
});
