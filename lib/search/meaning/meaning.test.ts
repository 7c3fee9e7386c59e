import { describe, expect, it } from 'vitest';
import { cosine, paperVector, toBytes, tokensOf } from './text';
import { DIMENSIONS, WordVectors, wordVectors } from './words';

const like = (a: string, b: string) => cosine(paperVector(a, ''), paperVector(b, ''));

describe('word vectors', () => {
  it('have every word of the list at its row, and no other', () => {
    const vectors = WordVectors.read();
    for (const word of ['the', 'diffusion', 'transformer', 'real-time']) {
      expect(vectors.has(word), word).toBe(true);
    }
    for (const word of ['', 'qqzxqq', 'Diffusion', 'diffusion\n', 'é']) {
      expect(vectors.has(word), word).toBe(false);
    }
  });

  it('are read once per process', () => {
    expect(wordVectors()).toBe(wordVectors());
  });

  it('find similar words', () => {
    expect(like('denoising score matching', 'diffusion models')).toBeGreaterThan(
      like('denoising score matching', 'compiler register allocation'),
    );
  });
});

describe('the vector of a text', () => {
  it('counts a hyphenated word as a whole and by its parts', () => {
    expect(tokensOf('Real-time 3D, GPT-4o and x')).toEqual([
      'real-time',
      'real',
      'time',
      '3d',
      'gpt-4o',
      'gpt',
      'and',
    ]);
  });

  it('is signed bytes that keep the direction, and zeros for a text without known words', () => {
    const numbers = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(at));
    expect(cosine(numbers, toBytes(numbers))).toBeGreaterThan(0.9999);
    expect(paperVector('', '').every((value) => value === 0)).toBe(true);
    expect(cosine(paperVector('', ''), numbers)).toBe(0);
  });
});
