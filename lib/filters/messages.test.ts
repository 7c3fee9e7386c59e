import { describe, expect, it } from 'vitest';
import { isTopic, tidyWord, wordPattern, wordsPattern } from './messages';

const finds = (word: string, text: string) =>
  new RegExp(wordPattern(tidyWord(word) ?? ''), 'iu').test(text.normalize('NFC'));

describe('a muted word', () => {
  it.each([
    ['graph', 'Graph neural networks', true],
    ['graph', 'A GRAPH.', true],
    ['graph', 'Graphs and hypergraphs', false],
    ['graph', 'sub_graph and graph2vec', false],
    ['graph', 'the (graph) problem', true],
    ['language model', 'Large Language Models', false],
    ['language models', 'Large  Language\nModels', true],
    ['language models', 'language-models as agents', true],
    ['language-models', 'language models as agents', true],
    ['c++', 'Templates in C++17', true],
    ['c++', 'Templates in C and more', false],
    ['.net', 'Compilers for .NET', true],
    ['a.b', 'axb', false],
    ['naïve', 'A NAI\u0308VE approach', true],
    ['naive', 'A naïve approach', false],
    ['schrödinger', 'Schro\u0308dinger bridges', true],
    ['ёлка', 'Про ЁЛКИ', false],
    ['ёлка', 'ЁЛКА!', true],
    ['σ', 'the Σ algebra', true],
    ['図', '図書館の地図', true],
    ['r', 'Packages for R', true],
    ['r', 'for readers', false],
    ['$', 'costs', false],
  ])('%j in %j: %s', (word, text, found) => {
    if (tidyWord(word)) expect(finds(word, text)).toBe(found);
    else expect(found).toBe(false);
  });

  it('is stored in one form, and refused if it has no visible character', () => {
    expect(tidyWord('  Large \n Language\tModels ')).toBe('large language models');
    expect(tidyWord('NAI\u0308VE')).toBe('naïve');
    for (const text of ['', '   ', '-', '$$', 'a\u0000b', 'a\u202eb', 'x'.repeat(61), '\ud800']) {
      expect(tidyWord(text), JSON.stringify(text)).toBeNull();
    }
  });

  it('can contain any special character of a pattern', () => {
    const word = tidyWord('a^b$c.d|e?f*g+h(i)[j]{k}\\l/m');
    expect(word && finds(word, `see ${word} here`)).toBe(true);
    expect(wordsPattern([])).toBe('');
    expect(new RegExp(wordsPattern(['one', 'two words']), 'iu').test('Two Words')).toBe(true);
  });
});

it('a topic is spelled like arXiv categories', () => {
  for (const topic of ['cs.CV', 'hep-th', 'cond-mat.mes-hall', 'astro-ph', 'q-bio.QM', 'math-ph']) {
    expect(isTopic(topic), topic).toBe(true);
  }
  for (const text of ['', 'CS.CV', 'cs.', 'cs CV', 'a'.repeat(40), 'cs.CV.X', 'cs.CV\n', '1.2']) {
    expect(isTopic(text), text).toBe(false);
  }
});
